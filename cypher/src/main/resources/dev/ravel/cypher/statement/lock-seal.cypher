// Locks the head of the seal, which is made if there is none; only sealers take this lock.
MERGE (s:Seal {key: $tenant})
SET s.lock = $lock
RETURN coalesce(s.number, 0) AS number, coalesce(s.hash, '') AS hash
