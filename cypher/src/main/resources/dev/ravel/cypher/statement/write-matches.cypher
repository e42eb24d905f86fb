// Matches to keep, smaller key to larger, one for each pair.
UNWIND $rows AS row
MATCH (a) WHERE id(a) = row.smaller
MATCH (b) WHERE id(b) = row.larger
MERGE (a)-[m:MATCHES]->(b)
SET m = row.properties
