// Both records of a match are live; accepted and judged ones are inside one entity, all others across two.
MATCH (a:Record)-[m:MATCHES]->(b:Record)
WHERE a.key STARTS WITH $prefix
WITH a, b, m, head([(a)-[:MEMBER_OF]->(e:Entity) | e.key]) AS left,
     head([(b)-[:MEMBER_OF]->(e:Entity) | e.key]) AS right
WHERE left IS NULL OR right IS NULL OR (left = right) <> (m.status IN ['ACCEPTED', 'JUDGED'])
WITH a.key + ' ~ ' + b.key + ' is ' + m.status + ' between ' + coalesce(left, 'no entity') + ' and '
     + coalesce(right, 'no entity') AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
