// The keys of the entities that a record is or was a member of, ascending.
MATCH (one:Record {key: $key})-[:MEMBER_OF|WAS_MEMBER_OF]->(e:Entity)
USING INDEX SEEK one:Record(key)
RETURN DISTINCT e.key AS key
ORDER BY key
