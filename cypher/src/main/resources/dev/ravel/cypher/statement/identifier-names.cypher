// How many live records of each name carry these identifiers.
UNWIND $keys AS key
MATCH (i:Identifier {key: key})<--(r:Record)
USING INDEX SEEK i:Identifier(key)
RETURN key, r.nameKey AS name, count(*) AS records
