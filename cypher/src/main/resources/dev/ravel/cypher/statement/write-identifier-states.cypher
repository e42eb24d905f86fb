// The states of identifiers.
UNWIND $rows AS row
MATCH (i:Identifier {key: row.key})
SET i.size = row.size, i.suppressed = row.suppressed, i.overCap = row.overCap
