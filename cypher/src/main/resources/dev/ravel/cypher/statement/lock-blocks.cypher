// Creates the missing ones of these blocks and locks all by adding to their sizes, packs the records that join into their
// lists as far as there is room, and only then reads each. The rows [key, growth, joining] come in ascending order of key.
// One row back, its lists in the same order: a row for each block costs more than the block. The members of full blocks
// tell which of the records did not fit.
UNWIND $rows AS row
MERGE (b:Block {key: row[0]})
  ON CREATE SET b.size = row[1], b.members = row[2][..$packed]
  ON MATCH SET b.size = b.size + row[1], b.members = (coalesce(b.members, []) + row[2])[..$packed]
RETURN collect(id(b)) AS nodes, collect(b.size) AS sizes,
       collect(CASE WHEN size(b.members) >= $packed THEN b.members ELSE [] END) AS full,
       collect(CASE WHEN b.suppressed THEN 1 ELSE 0 END + CASE WHEN b.overCap THEN 2 ELSE 0 END) AS flags
