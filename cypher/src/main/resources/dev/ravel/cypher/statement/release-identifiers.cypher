// Identifiers that stored records carry no more because their values are other identifiers now. They never stopped having the
// values, so nothing is remembered.
UNWIND $rows AS row
MATCH (r:Record {key: row.record})-[h]->(i:Identifier)
USING INDEX SEEK r:Record(key)
WHERE i.key = row.key
DELETE h
