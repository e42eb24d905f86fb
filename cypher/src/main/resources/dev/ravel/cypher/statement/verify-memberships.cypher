// A live record is a member of exactly one entity, which is active; a deleted one of none.
MATCH (r:Record)
WHERE r.key STARTS WITH $prefix
WITH r, [(r)-[:MEMBER_OF]->(e:Entity) | e.state] AS states
WHERE states <> CASE WHEN r.deleted IS NULL THEN ['ACTIVE'] ELSE [] END
WITH r.key + ' is ' + CASE WHEN r.deleted IS NULL THEN 'live' ELSE 'deleted' END
     + ' and has ' + size(states) + ' membership(s)' AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
