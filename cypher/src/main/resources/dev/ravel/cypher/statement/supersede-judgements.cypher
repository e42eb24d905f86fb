// Judgements that an operation takes back. The records of their operations know then what stands still, and when something
// fell last. The first write locks a record, so that what is read of it afterwards is what others have committed.
UNWIND $keys AS key
MATCH (j:Judgement {key: key})
USING INDEX SEEK j:Judgement(key)
SET j.supersededBy = $operation
WITH DISTINCT j.operation AS operation
CALL (operation) {
  MATCH (one:Judgement {operation: operation})
  USING INDEX SEEK one:Judgement(operation)
  MATCH (one)-[:ABOUT]->(r:Record)
  RETURN r
}
WITH DISTINCT r
ORDER BY r.key
SET r.fellAt = CASE WHEN r.fellAt > $at THEN r.fellAt ELSE $at END
WITH r, [key IN coalesce(r.standing, []) WHERE NOT key IN $keys] AS standing
SET r.standing = CASE WHEN size(standing) > 0 THEN standing END
