// The active entities of the components in which these are, each with its records as they are stored, in lists of one order:
// a row for each record costs more than reading it. Hinted, as carriers are.
UNWIND $entities AS key
MATCH (named:Entity {key: key})
USING INDEX SEEK named:Entity(key)
WITH collect(DISTINCT named.component) AS components
MATCH (e:Entity)
USING INDEX SEEK e:Entity(component)
WHERE e.component IN components
MATCH (e)<-[:MEMBER_OF]-(r:Record)
WITH e, collect(r.key) AS records, collect(id(r)) AS nodes, collect(r.stamp) AS stamps, collect(r.content) AS contents,
     collect(r.recordedAt) AS recordedAts, collect(r.loadId) AS loadIds, collect(coalesce(r.olderStamps, [])) AS olderStamps,
     collect(coalesce(r.spans, [])) AS spans,
     collect(coalesce(r.suppressed, [])) AS suppressed, collect(coalesce(r.overCap, [])) AS overCap,
     collect(r.standing IS NOT NULL) AS judged, collect(coalesce(r.keyGeneration, 0)) AS keyGenerations
RETURN e.key AS key, e.state AS state, e.component AS component, e.founder AS founder, e.createdAt AS createdAt,
       e.membershipVersion AS membershipVersion, e.version AS version, e.lastEventAt AS lastEventAt,
       e.lastEventHash AS lastEventHash, e.golden AS golden, e.successors AS successors, id(e) AS node,
       records, nodes, stamps, contents, recordedAts, loadIds, olderStamps, spans, suppressed, overCap, judged,
       keyGenerations
