// The states of blocks.
UNWIND $rows AS row
MATCH (b:Block {key: row.key})
SET b.size = row.size, b.suppressed = row.suppressed, b.overCap = row.overCap
