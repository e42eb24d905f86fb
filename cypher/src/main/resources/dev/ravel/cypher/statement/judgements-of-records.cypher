// The judgements, standing or not, of all operations that judged any of these records, whether the records are stored or not.
// Some of them name other records of these operations only.
UNWIND $keys AS key
CALL (key) {
  MATCH (one:Record {key: key})<-[:ABOUT]-(j:Judgement)
  USING INDEX SEEK one:Record(key)
  RETURN j.operation AS operation
  UNION
  MATCH (gone:AbsentRecord {key: key})<-[:ABOUT]-(j:Judgement)
  USING INDEX SEEK gone:AbsentRecord(key)
  RETURN j.operation AS operation
}
WITH DISTINCT operation
MATCH (j:Judgement {operation: operation})
USING INDEX SEEK j:Judgement(operation)
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
