// Creates the missing ones of these blocks, locks the others by a property write, and only then reads each. A block that
// is created here is locked by that. The keys come in ascending order.
UNWIND $keys AS key
MERGE (b:Block {key: key})
  ON CREATE SET b.size = 0
  ON MATCH SET b.lock = $lock
RETURN id(b) AS node, b.size AS size, b.suppressed AS suppressed, b.overCap AS overCap
