// Matches to keep, smaller key to larger, one for each pair.
UNWIND $rows AS row
MATCH (a:Record {key: row.smaller})
MATCH (b:Record {key: row.larger})
MERGE (a)-[m:MATCHES]->(b)
SET m = row.properties
