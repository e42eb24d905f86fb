// The live records that carry any of these identifiers, each once.
UNWIND $keys AS key
MATCH (i:Identifier {key: key})<--(r:Record)
WITH DISTINCT r
OPTIONAL MATCH (r)-[:MEMBER_OF]->(e:Entity)
RETURN r.key AS key, r.stamp AS stamp, r.content AS content, r.recordedAt AS recordedAt, r.loadId AS loadId,
       r.olderStamps AS olderStamps, r.suppressed AS suppressed, r.overCap AS overCap, r.judged AS judged,
       e.key AS entity, e.component AS component, id(r) AS node
