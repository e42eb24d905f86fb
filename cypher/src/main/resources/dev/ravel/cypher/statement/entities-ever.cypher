// The keys of the entities that a record is or was a member of, ascending.
MATCH (:Record {key: $key})-[:MEMBER_OF|WAS_MEMBER_OF]->(e:Entity)
RETURN DISTINCT e.key AS key
ORDER BY key
