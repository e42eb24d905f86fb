// The judgements that fell of all operations that judged those of these records of which a judgement fell after a time. Some of
// them name other records of these operations only, and some fell before.
UNWIND $nodes AS node
MATCH (r) WHERE id(r) = node AND r.fellAt > $after
MATCH (r)<-[:ABOUT]-(one:Judgement)
WITH DISTINCT one.operation AS operation
MATCH (j:Judgement {operation: operation})
USING INDEX SEEK j:Judgement(operation)
WHERE j.supersededBy IS NOT NULL
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
