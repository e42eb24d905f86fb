// Every event belongs to an entity.
MATCH (v:Event)
WHERE v.key STARTS WITH $prefix
  AND NOT EXISTS { MATCH (:Entity {key: split(v.key, '#')[0]}) }
WITH v.key + ' belongs to no entity' AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
