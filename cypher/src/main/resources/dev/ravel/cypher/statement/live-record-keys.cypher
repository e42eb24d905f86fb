// A page of the live records of a source, ascending.
MATCH (r:Record)
WHERE r.key > $after AND r.key < $end AND r.deleted IS NULL
RETURN r.key AS key
ORDER BY key
LIMIT $limit
