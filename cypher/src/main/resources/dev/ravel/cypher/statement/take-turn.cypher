// A steward begins: the stream gives way until it ends, or the time is over by the server's clock, and goes on slowly a while longer.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
SET s.stewardsTurn = $turn, s.stewardsUntil = timestamp() + $millis, s.stewardsAboutUntil = timestamp() + $aboutMillis
