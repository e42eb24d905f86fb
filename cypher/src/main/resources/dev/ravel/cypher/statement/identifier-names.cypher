// How many live records of each name carry these identifiers.
UNWIND $keys AS key
MATCH (i:Identifier {key: key})<--(r:Record)
RETURN key, r.nameKey AS name, count(*) AS records
