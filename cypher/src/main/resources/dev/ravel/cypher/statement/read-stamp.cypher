// The digest of a graph, how far it has been taken to it, and which keys its records have.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
WHERE s.digest IS NOT NULL
RETURN s.digest AS digest, coalesce(s.keys, '') AS keys, s.reresolvedUpTo AS upTo, coalesce(s.keyGeneration, 0) AS keyGeneration
