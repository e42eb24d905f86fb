// The states of stored entities.
UNWIND $rows AS row
MATCH (e) WHERE id(e) = row.node
SET e += row.properties
