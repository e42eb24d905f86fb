// Judgements that named these records before they were stored name them from now on.
UNWIND $rows AS row
MATCH (a:AbsentRecord {key: row.key})
MATCH (r) WHERE id(r) = row.node
CALL (a, r) {
  MATCH (a)<-[:ABOUT]-(j:Judgement)
  CREATE (j)-[:ABOUT]->(r)
}
SET r.judged = true
DETACH DELETE a
