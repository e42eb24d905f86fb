// Creates the missing ones of these identifiers and locks all by adding to their sizes; only then reads each. The rows
// [key, growth, label, value, scope] come in ascending order of key. One row back, its lists in the same order.
UNWIND $rows AS row
MERGE (i:Identifier {key: row[0]})
  ON CREATE SET i:$(row[2]), i.size = row[1], i.value = row[3], i.scope = row[4]
  ON MATCH SET i.size = i.size + row[1]
RETURN collect(id(i)) AS nodes, collect(i.size) AS sizes, collect(coalesce(i.ruling, '')) AS rulings,
       collect(CASE WHEN i.suppressed THEN 1 ELSE 0 END + CASE WHEN i.overCap THEN 2 ELSE 0 END) AS flags
