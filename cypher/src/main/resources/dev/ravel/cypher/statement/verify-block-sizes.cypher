// A block's size counts the live records in it, packed or linked, each once.
MATCH (b:Block)
WHERE b.key STARTS WITH $blockNodes
WITH b, coalesce(b.members, []) + [(b)<-[:IN_BLOCK]-(linked:Record) | linked.key] AS members
WITH b, members, COUNT {
  UNWIND members AS member
  MATCH (r:Record {key: member})
  WHERE r.deleted IS NULL
  RETURN DISTINCT member
} AS live
WHERE size(members) <> b.size OR live <> b.size
WITH b.key + ' has size ' + b.size + ' and ' + live + ' live member(s) of ' + size(members) AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
