// The keys of the live records in any of these blocks, each once: packed in the block, and linked to it once it is large.
UNWIND $keys AS key
MATCH (b:Block {key: key})
UNWIND coalesce(b.members, []) + [(b)<-[:IN_BLOCK]-(r:Record) | r.key] AS member
RETURN DISTINCT member
