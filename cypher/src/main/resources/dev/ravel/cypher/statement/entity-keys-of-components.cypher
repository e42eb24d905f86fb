// The active entities of these components, which are then to be locked.
MATCH (e:Entity)
WHERE e.component IN $components
RETURN e.key AS key
