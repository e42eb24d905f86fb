// The identifiers that records carry.
UNWIND $keys AS key
MATCH (r:Record {key: key})
USING INDEX SEEK r:Record(key)
RETURN r.key AS key, [(r)-->(i:Identifier) | i.key] AS identifiers
