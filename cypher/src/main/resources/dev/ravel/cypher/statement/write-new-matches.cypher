// Matches of records that this transaction has created, smaller key to larger, one for each pair: there is none yet.
UNWIND $rows AS row
MATCH (a) WHERE id(a) = row.smaller
MATCH (b) WHERE id(b) = row.larger
CREATE (a)-[m:MATCHES]->(b)
SET m += row.properties
