// The entities of records, with their sizes.
UNWIND $keys AS key
MATCH (r:Record {key: key})-[:MEMBER_OF]->(e:Entity)
USING INDEX SEEK r:Record(key)
RETURN key, e.key AS entity, e.size AS size
