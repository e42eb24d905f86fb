// Judgements, linked to the records that they name; a record that is not stored is named by a place-holder.
UNWIND $rows AS row
CREATE (j:Judgement)
SET j = row.properties
WITH j, row
UNWIND row.records AS key
CALL (j, key) {
  MATCH (r:Record {key: key})
  CREATE (j)-[:ABOUT]->(r)
  RETURN count(*) AS stored
}
WITH j, key, stored
WHERE stored = 0
MERGE (a:AbsentRecord {key: key})
CREATE (j)-[:ABOUT]->(a)
