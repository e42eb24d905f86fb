// The internal ids of these identifiers.
UNWIND $keys AS key
MATCH (n:Identifier {key: key})
RETURN n.key AS key, id(n) AS node
