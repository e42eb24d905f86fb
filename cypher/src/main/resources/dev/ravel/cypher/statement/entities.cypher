// These entities with their records, active or retired.
UNWIND $keys AS key
MATCH (e:Entity {key: key})
USING INDEX SEEK e:Entity(key)
RETURN e.key AS key, e.state AS state, e.component AS component, e.founder AS founder, e.createdAt AS createdAt,
       e.membershipVersion AS membershipVersion, e.version AS version, e.lastEventAt AS lastEventAt,
       e.lastEventHash AS lastEventHash, e.golden AS golden, e.successors AS successors,
       [(e)<-[:MEMBER_OF]-(r:Record) | r.key] AS records, id(e) AS node
