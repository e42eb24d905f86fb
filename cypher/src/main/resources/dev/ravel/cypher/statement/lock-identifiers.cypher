// Creates the missing ones of these identifiers, locks the others by a property write, and only then reads each. An
// identifier that is created here is locked by that. The keys come in ascending order.
UNWIND $keys AS row
MERGE (i:Identifier {key: row.key})
  ON CREATE SET i += row.properties, i:$(row.label)
  ON MATCH SET i.lock = $lock
RETURN id(i) AS node, i.size AS size, i.suppressed AS suppressed, i.overCap AS overCap, i.ruling AS ruling
