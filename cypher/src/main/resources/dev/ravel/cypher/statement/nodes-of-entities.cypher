// The internal ids of these entities.
UNWIND $keys AS key
MATCH (n:Entity {key: key})
RETURN n.key AS key, id(n) AS node
