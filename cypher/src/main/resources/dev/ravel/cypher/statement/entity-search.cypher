// The active entities that fit a full-text query, best first.
CALL db.index.fulltext.queryNodes('entity_search', $query) YIELD node AS e, score
WHERE e.key STARTS WITH $prefix AND e.state = 'ACTIVE'
WITH e, score
ORDER BY score DESC, e.key
LIMIT $limit
RETURN e.key AS key, e.state AS state, e.component AS component, e.founder AS founder, e.createdAt AS createdAt,
       e.membershipVersion AS membershipVersion, e.version AS version, e.lastEventAt AS lastEventAt,
       e.lastEventHash AS lastEventHash, e.golden AS golden, e.successors AS successors,
       [(e)<-[:MEMBER_OF]-(r:Record) | r.key] AS records, score
ORDER BY score DESC, key
