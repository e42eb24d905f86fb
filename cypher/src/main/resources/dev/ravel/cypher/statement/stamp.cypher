// Stamps a graph that has no digest yet, and returns the stamp that it has.
MERGE (s:Ravel {key: $tenant})
  ON CREATE SET s.digest = $digest
SET s.keys = CASE WHEN s.digest = $digest THEN $keys ELSE s.keys END
RETURN s.digest AS digest, coalesce(s.keys, '') AS keys, s.reresolvedUpTo AS upTo, coalesce(s.keyGeneration, 0) AS keyGeneration
