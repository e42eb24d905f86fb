// Locks the stored ones of these records. One that is not stored is made and taken away again: the lock on its key in the
// unique index stays until the transaction ends, so nobody can store it before. The keys come in ascending order.
UNWIND $keys AS key
MERGE (r:Record {key: key})
  ON CREATE SET r.reserved = true
SET r.lock = $lock
WITH r
WHERE r.reserved
DELETE r
