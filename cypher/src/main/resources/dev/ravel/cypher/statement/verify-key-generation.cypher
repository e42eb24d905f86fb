// Unless the graph is being taken to another resolution, the keys of all live records are those in force, and no block of
// earlier ones is left.
OPTIONAL MATCH (s:Ravel {key: $tenant})
WITH s
WHERE s.reresolvedUpTo IS NULL
CALL () {
  MATCH (r:Record)
  WHERE r.key STARTS WITH $prefix AND r.deleted IS NULL AND coalesce(r.keyGeneration, 0) <> $generation
  RETURN r.key + ' has keys of an earlier generation' AS example
  UNION ALL
  MATCH (b:Block)
  WHERE b.key STARTS WITH $prefix AND NOT b.key STARTS WITH $blockNodes
  RETURN b.key + ' is a block of another generation' AS example
}
WITH example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
