// The states of these identifiers.
UNWIND $keys AS key
MATCH (n:Identifier {key: key})
USING INDEX SEEK n:Identifier(key)
RETURN n.key AS key, n.size AS size, n.suppressed AS suppressed, n.overCap AS overCap, n.ruling AS ruling
