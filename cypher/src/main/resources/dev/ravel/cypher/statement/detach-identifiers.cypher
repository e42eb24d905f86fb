// Identifiers that stored records no longer carry.
UNWIND $rows AS row
MATCH (r:Record {key: row.record})-[h]->(i:Identifier)
USING INDEX SEEK r:Record(key)
WHERE i.key = row.key
DELETE h
