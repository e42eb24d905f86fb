// A steward has ended. Where another has begun meanwhile, the stream gives way to that one.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
WHERE s.stewardsTurn = $turn
REMOVE s.stewardsTurn, s.stewardsUntil, s.stewardLocked
