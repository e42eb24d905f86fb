// Judgements, linked to the records that they name, by node; one that is not stored, by key, is named by a place-holder.
UNWIND $rows AS row
CREATE (j:Judgement)
SET j = row.properties
WITH j, row
CALL (j, row) {
  UNWIND row.nodes AS node
  MATCH (r) WHERE id(r) = node
  CREATE (j)-[:ABOUT]->(r)
  SET r.judged = true
}
UNWIND row.absent AS key
CALL (j, key) {
  MATCH (r:Record {key: key})
  CREATE (j)-[:ABOUT]->(r)
  SET r.judged = true
  RETURN count(*) AS stored
}
WITH j, key, stored
WHERE stored = 0
MERGE (a:AbsentRecord {key: key})
CREATE (j)-[:ABOUT]->(a)
