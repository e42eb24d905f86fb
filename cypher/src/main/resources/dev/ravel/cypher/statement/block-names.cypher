// How many live records of each name are in these blocks.
UNWIND $keys AS key
MATCH (b:Block {key: key})
USING INDEX SEEK b:Block(key)
UNWIND coalesce(b.members, []) + [(b)<-[:IN_BLOCK]-(linked:Record) | linked.key] AS member
MATCH (r:Record {key: member})
USING INDEX SEEK r:Record(key)
RETURN key, r.nameKey AS name, count(*) AS records
