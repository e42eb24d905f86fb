// The active entities of the live records that carry an identifier, ascending.
MATCH (i:Identifier {key: $key})<--(:Record)-[:MEMBER_OF]->(e:Entity)
USING INDEX SEEK i:Identifier(key)
WITH DISTINCT e
ORDER BY e.key
LIMIT $limit
RETURN e.key AS key, e.state AS state, e.component AS component, e.founder AS founder, e.createdAt AS createdAt,
       e.membershipVersion AS membershipVersion, e.version AS version, e.lastEventAt AS lastEventAt,
       e.lastEventHash AS lastEventHash, e.golden AS golden, e.successors AS successors,
       [(e)<-[:MEMBER_OF]-(r:Record) | r.key] AS records
