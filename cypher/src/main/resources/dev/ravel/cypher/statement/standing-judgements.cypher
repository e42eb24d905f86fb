// A page of the judgements of records that stand, ascending.
MATCH (j:Judgement)
WHERE j.key > $after AND j.key < $end AND j.supersededBy IS NULL
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
ORDER BY key
LIMIT $limit
