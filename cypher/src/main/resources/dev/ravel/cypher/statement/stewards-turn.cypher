// Whether a steward is at work.
MATCH (s:Ravel {key: $tenant})
USING INDEX SEEK s:Ravel(key)
RETURN coalesce(s.stewardsUntil > timestamp(), false) AS atWork
