// Judgements that named these records before they were stored name them from now on. Hardly any record is named so early,
// so it is asked first whether there is any at all, which costs nothing.
MATCH (a:AbsentRecord)
WITH count(a) AS absent
UNWIND CASE WHEN absent > 0 THEN $rows ELSE [] END AS row
MATCH (a:AbsentRecord {key: row.key})
WITH a, row
MATCH (r) WHERE id(r) = row.node
CALL (a, r) {
  MATCH (a)<-[:ABOUT]-(j:Judgement)
  CREATE (j)-[:ABOUT]->(r)
}
SET r.judged = CASE WHEN EXISTS { (r)<-[:ABOUT]-(j:Judgement) WHERE j.supersededBy IS NULL } THEN true END
DETACH DELETE a
