// The states of entities.
UNWIND $rows AS row
MERGE (e:Entity {key: row.key})
SET e += row.properties
