// The states of these blocks.
UNWIND $keys AS key
MATCH (n:Block {key: key})
RETURN n.key AS key, n.size AS size, n.suppressed AS suppressed, n.overCap AS overCap
