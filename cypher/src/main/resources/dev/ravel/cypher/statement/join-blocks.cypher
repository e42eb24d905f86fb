// Records that join blocks: packed in the block while it is small, linked to it after that.
UNWIND $rows AS row
MATCH (b:Block {key: row.key})
WITH b, coalesce(b.members, []) + row.records AS members
SET b.members = members[..$packed]
WITH b, members
UNWIND members[$packed..] AS record
MATCH (r:Record {key: record})
CREATE (r)-[:IN_BLOCK]->(b)
