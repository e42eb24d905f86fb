// A page of the ids of all entities, active and retired, ascending.
MATCH (e:Entity)
WHERE e.key > $after AND e.key < $end
RETURN e.key AS key
ORDER BY key
LIMIT $limit
