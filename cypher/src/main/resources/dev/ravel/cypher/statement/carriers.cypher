// The live records that carry any of these identifiers, and those in any of these blocks, each once: packed in the block,
// and linked to it once it is large. A record that is packed and not stored yet is not found.
CALL () {
  UNWIND $identifiers AS key
  MATCH (:Identifier {key: key})<--(r:Record)
  RETURN r
  UNION
  UNWIND $blocks AS key
  MATCH (b:Block {key: key})
  UNWIND coalesce(b.members, []) AS member
  MATCH (r:Record {key: member})
  RETURN r
  UNION
  UNWIND $blocks AS key
  MATCH (:Block {key: key})<-[:IN_BLOCK]-(r:Record)
  RETURN r
}
OPTIONAL MATCH (r)-[:MEMBER_OF]->(e:Entity)
RETURN r.key AS key, r.stamp AS stamp, r.content AS content, r.recordedAt AS recordedAt, r.loadId AS loadId,
       r.olderStamps AS olderStamps, r.spans AS spans, r.suppressed AS suppressed, r.overCap AS overCap, r.judged AS judged,
       r.keyGeneration AS keyGeneration, e.key AS entity, e.component AS component, id(r) AS node
