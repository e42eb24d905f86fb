// A steward has all the locks that it needs: who gives way now does not keep it waiting.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
WHERE s.stewardsTurn = $turn
SET s.stewardLocked = $turn
