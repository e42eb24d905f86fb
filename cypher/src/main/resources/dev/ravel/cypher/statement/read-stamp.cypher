// The digest of a graph, and how far it has been taken to it.
MATCH (s:Ravel {key: $tenant})
WHERE s.digest IS NOT NULL
RETURN s.digest AS digest, coalesce(s.keys, '') AS keys, s.reresolvedUpTo AS upTo
