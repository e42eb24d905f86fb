// Locks the stored ones of these records. The keys come in ascending order.
UNWIND $keys AS key
MATCH (r:Record {key: key})
USING INDEX SEEK r:Record(key)
SET r.lock = $lock
