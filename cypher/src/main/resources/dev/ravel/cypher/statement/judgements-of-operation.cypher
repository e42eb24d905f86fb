// The judgements of an operation, standing or not.
MATCH (j:Judgement {operation: $operation})
USING INDEX SEEK j:Judgement(operation)
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
