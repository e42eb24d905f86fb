// How many of these records are live, and the entities that they are members of.
UNWIND $keys AS key
MATCH (r:Record {key: key})-[:MEMBER_OF]->(e:Entity)
USING INDEX SEEK r:Record(key)
RETURN count(r) AS live, collect(DISTINCT e.key) AS entities
