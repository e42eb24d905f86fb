// Matches that are no longer kept.
UNWIND $rows AS row
MATCH (a:Record {key: row.smaller})-[m:MATCHES]->(b:Record)
USING INDEX SEEK a:Record(key)
WHERE b.key = row.larger
DELETE m
