// Stamps a graph anew if it is still stamped as before.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
SET s.lock = $lock
WITH s
WHERE s.digest = $before AND ($beforeUpTo = s.reresolvedUpTo OR ($beforeUpTo IS NULL AND s.reresolvedUpTo IS NULL))
SET s.digest = $after, s.keys = $keys, s.reresolvedUpTo = $upTo, s.keyGeneration = $keyGeneration
RETURN count(s) AS restamped
