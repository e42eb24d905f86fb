// The internal ids of these blocks.
UNWIND $keys AS key
MATCH (n:Block {key: key})
RETURN n.key AS key, id(n) AS node
