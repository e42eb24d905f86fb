// The states of these blocks.
UNWIND $keys AS key
MATCH (n:Block {key: key})
USING INDEX SEEK n:Block(key)
RETURN n.key AS key, n.size AS size, n.suppressed AS suppressed, n.overCap AS overCap
