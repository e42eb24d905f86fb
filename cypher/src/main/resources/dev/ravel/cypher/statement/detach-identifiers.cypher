// Identifiers that stored records no longer carry. That they carried them stays, in the other direction, which those who ask
// for carriers do not follow.
UNWIND $rows AS row
MATCH (r:Record {key: row.record})-[h]->(i:Identifier)
USING INDEX SEEK r:Record(key)
WHERE i.key = row.key
DELETE h
MERGE (i)-[:WAS_CARRIED_BY]->(r)
