// Creates the missing ones of these identifiers, locks all by a property write, and only then reads each. The keys come
// in ascending order.
UNWIND $keys AS row
MERGE (i:Identifier {key: row.key})
  ON CREATE SET i.value = row.value, i.scope = row.scope, i.size = 0, i:$(row.label)
SET i.lock = $lock
RETURN i.size AS size, i.suppressed AS suppressed, i.overCap AS overCap
