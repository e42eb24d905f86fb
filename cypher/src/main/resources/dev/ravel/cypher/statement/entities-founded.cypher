// The entities, active or retired, that were minted for these records: each is or was a member of what it founded.
UNWIND $nodes AS node
MATCH (r) WHERE id(r) = node
MATCH (r)-[:MEMBER_OF|WAS_MEMBER_OF]->(e)
WITH DISTINCT e
WHERE e.founder IN $keys
RETURN e.key AS key, e.state AS state, e.component AS component, e.founder AS founder, e.createdAt AS createdAt,
       e.membershipVersion AS membershipVersion, e.version AS version, e.lastEventAt AS lastEventAt,
       e.lastEventHash AS lastEventHash, e.golden AS golden, e.successors AS successors,
       [(e)<-[:MEMBER_OF]-(r:Record) | r.key] AS records, id(e) AS node
