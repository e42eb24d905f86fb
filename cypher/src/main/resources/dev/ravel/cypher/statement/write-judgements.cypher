// Judgements, linked to the records that they name, by node; one that is not stored, by key, is named by a place-holder. Who
// looks for the judgements of a record finds all of an operation by one of them, so the others need not be linked to it.
UNWIND $rows AS row
CREATE (j:Judgement)
SET j = row.properties
WITH j, row
CALL (j, row) {
  UNWIND row.nodes AS node
  MATCH (r) WHERE id(r) = node
  CREATE (j)-[:ABOUT]->(r)
}
UNWIND row.absent AS key
CALL (j, key) {
  MATCH (r:Record {key: key})
  USING INDEX SEEK r:Record(key)
  CREATE (j)-[:ABOUT]->(r)
  SET r.standing = coalesce(r.standing, []) + j.key
  RETURN count(*) AS stored
}
WITH j, key, stored
WHERE stored = 0
MERGE (a:AbsentRecord {key: key})
CREATE (j)-[:ABOUT]->(a)
