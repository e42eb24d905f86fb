// The live records that carry any of these identifiers, and those in any of these blocks, each once: packed in the block,
// and linked to it once it is large. A record that is packed and not stored yet is not found. The hints hold before the indexes have
// been sampled: without them the first batches may be planned as scans of all identifiers, and that plan be kept for minutes.
CALL () {
  UNWIND $identifiers AS key
  MATCH (i:Identifier {key: key})<--(r:Record)
  USING INDEX SEEK i:Identifier(key)
  RETURN r
  UNION
  UNWIND $blocks AS key
  MATCH (b:Block {key: key})
  USING INDEX SEEK b:Block(key)
  UNWIND coalesce(b.members, []) AS member
  MATCH (r:Record {key: member})
  USING INDEX SEEK r:Record(key)
  RETURN r
  UNION
  UNWIND $blocks AS key
  MATCH (b:Block {key: key})<-[:IN_BLOCK]-(r:Record)
  USING INDEX SEEK b:Block(key)
  RETURN r
}
OPTIONAL MATCH (r)-[:MEMBER_OF]->(e:Entity)
RETURN r.key AS key, r.stamp AS stamp, r.content AS content, r.recordedAt AS recordedAt, r.loadId AS loadId,
       r.olderStamps AS olderStamps, r.spans AS spans, r.suppressed AS suppressed, r.overCap AS overCap,
       r.standing IS NOT NULL AS judged,
       r.keyGeneration AS keyGeneration, e.key AS entity, e.component AS component, id(r) AS node
