// An entity's size counts its members; an active one has some, a retired one none.
MATCH (e:Entity)
WHERE e.key STARTS WITH $prefix
WITH e, COUNT { (e)<-[:MEMBER_OF]-(:Record) } AS members
WHERE members <> e.size OR (e.state = 'ACTIVE') <> (members > 0)
WITH e.key + ' is ' + e.state + ' with size ' + e.size + ' and ' + members + ' member(s)' AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
