// The records of a block name it as over its cap exactly if it is.
MATCH (b:Block)
WHERE b.key STARTS WITH $blockNodes
WITH b, $blocks + substring(b.key, size($blockNodes)) AS name
UNWIND coalesce(b.members, []) + [(b)<-[:IN_BLOCK]-(linked:Record) | linked.key] AS member
MATCH (r:Record {key: member})
WHERE (b.overCap IS NOT NULL) <> (name IN coalesce(r.overCap, []))
WITH r.key + ' disagrees about ' + b.key AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
