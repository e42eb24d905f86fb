// Whether a steward is at work, and has all the locks that it needs; and whether one is about.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
RETURN coalesce(s.stewardsUntil > timestamp(), false) AS atWork, coalesce(s.stewardLocked = s.stewardsTurn, false) AS locked,
  coalesce(s.stewardsAboutUntil > timestamp(), false) AS about
