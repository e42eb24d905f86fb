// The newest versions of these records and where they belong.
UNWIND $keys AS key
MATCH (r:Record {key: key})
USING INDEX SEEK r:Record(key)
OPTIONAL MATCH (r)-[:MEMBER_OF]->(e:Entity)
RETURN r.key AS key, r.stamp AS stamp, r.content AS content, r.recordedAt AS recordedAt, r.loadId AS loadId,
       r.olderStamps AS olderStamps, r.spans AS spans, r.suppressed AS suppressed, r.overCap AS overCap,
       r.standing IS NOT NULL AS judged,
       r.keyGeneration AS keyGeneration, e.key AS entity, e.component AS component, id(r) AS node
