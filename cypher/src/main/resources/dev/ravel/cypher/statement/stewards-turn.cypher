// Whether a steward is at work.
MATCH (s:Ravel {key: $tenant})
RETURN coalesce(s.stewardsUntil > timestamp(), false) AS atWork
