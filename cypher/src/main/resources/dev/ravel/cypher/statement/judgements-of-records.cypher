// The judgements that name any of these records, standing or not, whether the records are stored or not.
UNWIND $keys AS key
CALL (key) {
  MATCH (:Record {key: key})<-[:ABOUT]-(j:Judgement)
  RETURN j
  UNION
  MATCH (:AbsentRecord {key: key})<-[:ABOUT]-(j:Judgement)
  RETURN j
}
WITH DISTINCT j
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
