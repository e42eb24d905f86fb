// Creates the missing ones of these blocks, locks all by a property write, and only then reads each. The keys come in
// ascending order.
UNWIND $keys AS key
MERGE (b:Block {key: key})
  ON CREATE SET b.size = 0
SET b.lock = $lock
RETURN b.size AS size, b.suppressed AS suppressed, b.overCap AS overCap
