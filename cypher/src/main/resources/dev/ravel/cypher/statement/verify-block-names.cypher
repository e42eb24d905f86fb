// Every block that a record names as over its cap has the record in it. Those of records with keys of an earlier generation
// are not looked at any more.
MATCH (r:Record)
WHERE r.key STARTS WITH $prefix AND r.overCap IS NOT NULL AND coalesce(r.keyGeneration, 0) = $generation
UNWIND [key IN r.overCap WHERE key STARTS WITH $blocks | $blockNodes + substring(key, size($blocks))] AS named
OPTIONAL MATCH (b:Block {key: named})
WITH r, named, b
WHERE b IS NULL OR NOT (r.key IN coalesce(b.members, []) OR EXISTS { (r)-[:IN_BLOCK]->(b) })
WITH r.key + ' names ' + named + ' and is not in it' AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
