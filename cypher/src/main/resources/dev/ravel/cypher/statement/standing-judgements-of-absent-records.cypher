// The standing judgements that name any of these records, which are not stored.
UNWIND $keys AS key
MATCH (gone:AbsentRecord {key: key})<-[:ABOUT]-(j:Judgement)
USING INDEX SEEK gone:AbsentRecord(key)
WHERE j.supersededBy IS NULL
WITH DISTINCT j
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
