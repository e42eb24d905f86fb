// Whether a steward is at work, and has all the locks that it needs.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
RETURN coalesce(s.stewardsUntil > timestamp(), false) AS atWork, coalesce(s.stewardLocked = s.stewardsTurn, false) AS locked
