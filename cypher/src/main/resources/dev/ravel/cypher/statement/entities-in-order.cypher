// A page of all entities, active and retired, ascending: what must be the outcome of their events.
MATCH (e:Entity)
WHERE e.key > $after AND e.key < $end
WITH e
ORDER BY e.key
LIMIT $limit
RETURN e.key AS key, e.version AS version, e.lastEventHash AS lastEventHash,
       [(e)<-[:MEMBER_OF]-(r:Record) | r.key] AS records
ORDER BY key
