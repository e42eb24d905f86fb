// Records that leave blocks.
UNWIND $rows AS row
MATCH (b:Block {key: row.key})
USING INDEX SEEK b:Block(key)
SET b.members = [member IN coalesce(b.members, []) WHERE NOT member IN row.records]
WITH b, row
UNWIND row.records AS record
MATCH (r:Record {key: record})-[in:IN_BLOCK]->(linked:Block)
USING INDEX SEEK r:Record(key)
WHERE linked = b
DELETE in
