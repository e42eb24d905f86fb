// Judgements that named these records before they were stored name them from now on.
UNWIND $rows AS row
MATCH (a:AbsentRecord {key: row.key})
USING INDEX SEEK a:AbsentRecord(key)
MATCH (r) WHERE id(r) = row.node
CALL (a, r) {
  MATCH (a)<-[:ABOUT]-(j:Judgement)
  CREATE (j)-[:ABOUT]->(r)
  WITH r, collect(CASE WHEN j.supersededBy IS NULL THEN j.key END) AS standing, count(j.supersededBy) AS fallen
  SET r.standing = CASE WHEN size(standing) > 0 THEN standing END,
      r.fellAt = CASE WHEN fallen > 0 THEN datetime('9999-01-01T00:00:00Z') END
}
DETACH DELETE a
