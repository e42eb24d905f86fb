// Stamps a graph that has no digest yet, and returns the digest that it has.
MERGE (s:Ravel {key: $tenant})
  ON CREATE SET s.digest = $digest
RETURN s.digest AS digest
