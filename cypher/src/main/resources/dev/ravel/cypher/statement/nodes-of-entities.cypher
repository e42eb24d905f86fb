// The internal ids of these entities.
UNWIND $keys AS key
MATCH (n:Entity {key: key})
USING INDEX SEEK n:Entity(key)
RETURN n.key AS key, id(n) AS node
