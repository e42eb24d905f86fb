// Locks the active entities of the components in which these are, in ascending order of key.
UNWIND $entities AS key
MATCH (named:Entity {key: key})
USING INDEX SEEK named:Entity(key)
WITH collect(DISTINCT named.component) AS components
MATCH (e:Entity)
USING INDEX SEEK e:Entity(component)
WHERE e.component IN components
WITH e
ORDER BY e.key
SET e.lock = $lock
RETURN e.key AS key
