// The active entities of these components with their records.
MATCH (e:Entity)
USING INDEX SEEK e:Entity(component)
WHERE e.component IN $components
RETURN e.key AS key, e.state AS state, e.component AS component, e.founder AS founder, e.createdAt AS createdAt,
       e.membershipVersion AS membershipVersion, e.version AS version, e.lastEventAt AS lastEventAt,
       e.lastEventHash AS lastEventHash, e.golden AS golden, e.successors AS successors,
       [(e)<-[:MEMBER_OF]-(r:Record) | r.key] AS records, id(e) AS node
