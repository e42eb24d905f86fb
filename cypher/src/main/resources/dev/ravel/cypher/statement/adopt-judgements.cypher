// Judgements that named these records before they were stored name them from now on.
UNWIND $keys AS key
MATCH (a:AbsentRecord {key: key})
MATCH (r:Record {key: key})
CALL (a, r) {
  MATCH (a)<-[:ABOUT]-(j:Judgement)
  CREATE (j)-[:ABOUT]->(r)
}
SET r.judged = CASE WHEN EXISTS { (r)<-[:ABOUT]-(j:Judgement) WHERE j.supersededBy IS NULL } THEN true END
DETACH DELETE a
