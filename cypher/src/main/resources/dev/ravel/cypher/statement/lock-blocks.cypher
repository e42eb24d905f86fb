// Creates the missing ones of these blocks and locks all by adding to their sizes; only then reads each, and packs the
// records that join it into its list as far as there is room. The rows [key, growth, joining] come in ascending order of
// key. One row back, its lists in the same order: a row for each block costs more than the block.
UNWIND $rows AS row
MERGE (b:Block {key: row[0]})
  ON CREATE SET b.size = row[1]
  ON MATCH SET b.size = b.size + row[1]
WITH b, row[2] AS joining, coalesce(b.members, []) AS members
SET b.members = (members + joining)[..$packed]
RETURN collect(id(b)) AS nodes, collect(b.size) AS sizes, collect(size(members)) AS packed,
       collect(CASE WHEN b.suppressed THEN 1 ELSE 0 END + CASE WHEN b.overCap THEN 2 ELSE 0 END) AS flags
