// The audit samples drawn, oldest first.
MATCH (s:AuditSample {tenant: $tenant})
RETURN s.key AS key, s.at AS at, s.seed AS seed, s.digest AS digest, s.decisions AS decisions, s.rules AS rules,
       s.populations AS populations, s.strata AS strata, s.smaller AS smaller, s.larger AS larger
ORDER BY at, key
