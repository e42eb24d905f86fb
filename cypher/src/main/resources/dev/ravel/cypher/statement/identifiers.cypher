// The identifiers of a kind that so many live records carry and on which nobody has ruled, those that most carry first.
MATCH (n:Identifier)
WHERE n.key STARTS WITH $prefix AND n.size >= $minRecords AND n.size <= $maxRecords
  AND (n.suppressed IS NOT NULL) = $suppressed AND n.ruling IS NULL
RETURN n.key AS key, n.size AS size, n.suppressed AS suppressed, n.overCap AS overCap, n.ruling AS ruling
ORDER BY size DESC, key
LIMIT $limit
