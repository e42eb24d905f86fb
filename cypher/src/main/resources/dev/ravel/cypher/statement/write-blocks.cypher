// The states of blocks, and the records that join them: packed in the block while it is small, linked to it after that.
UNWIND $rows AS row
MATCH (b) WHERE id(b) = row.node
SET b += row.state
WITH b, coalesce(b.members, []) + row.joining AS members
SET b.members = members[..$packed]
WITH b, members
UNWIND members[$packed..] AS record
MATCH (r:Record {key: record})
CREATE (r)-[:IN_BLOCK]->(b)
