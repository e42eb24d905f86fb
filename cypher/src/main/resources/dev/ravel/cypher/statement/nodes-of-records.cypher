// The internal ids of these records.
UNWIND $keys AS key
MATCH (n:Record {key: key})
USING INDEX SEEK n:Record(key)
RETURN n.key AS key, id(n) AS node
