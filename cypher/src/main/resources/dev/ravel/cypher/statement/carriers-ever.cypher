// The records that carry an identifier or have carried it, ascending.
MATCH (i:Identifier {key: $key})--(r:Record)
USING INDEX SEEK i:Identifier(key)
WHERE r.key > $after
RETURN DISTINCT r.key AS key
ORDER BY key
LIMIT $limit
