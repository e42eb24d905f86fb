// Records that join blocks whose packed lists are full.
UNWIND $rows AS row
MATCH (r) WHERE id(r) = row.record
MATCH (b) WHERE id(b) = row.block
CREATE (r)-[:IN_BLOCK]->(b)
