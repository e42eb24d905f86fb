// Locks the active entities of these components, in ascending order of key.
MATCH (e:Entity)
USING INDEX SEEK e:Entity(component)
WHERE e.component IN $components
WITH e
ORDER BY e.key
SET e.lock = $lock
RETURN e.key AS key
