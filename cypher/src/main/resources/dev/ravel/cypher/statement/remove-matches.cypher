// Matches that are no longer kept.
UNWIND $rows AS row
MATCH (a:Record {key: row.smaller})-[m:MATCHES]->(b:Record)
WHERE b.key = row.larger
DELETE m
