// Locks these entities. The keys come in ascending order.
UNWIND $keys AS key
MATCH (e:Entity {key: key})
SET e.lock = $lock
