// Every block that a record names as over its cap has the record in it.
MATCH (r:Record)
WHERE r.key STARTS WITH $prefix AND r.overCap IS NOT NULL
UNWIND [key IN r.overCap WHERE key STARTS WITH $blocks] AS named
OPTIONAL MATCH (b:Block {key: named})
WITH r, named, b
WHERE b IS NULL OR NOT (r.key IN coalesce(b.members, []) OR EXISTS { (r)-[:IN_BLOCK]->(b) })
WITH r.key + ' names ' + named + ' and is not in it' AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
