// The head of the seal.
MATCH (s:Seal {key: $tenant})
USING INDEX SEEK s:Seal(key)
RETURN coalesce(s.number, 0) AS number, coalesce(s.hash, '') AS hash
