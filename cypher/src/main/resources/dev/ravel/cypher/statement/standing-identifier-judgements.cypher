// A page of the judgements of identifiers that stand, ascending.
MATCH (j:IdentifierJudgement)
WHERE j.key > $after AND j.key < $end AND j.supersededBy IS NULL
RETURN j.key AS key, j.operation AS operation, j.identifier AS identifier, j.ruling AS ruling, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.ticket AS ticket, j.reviewAt AS reviewAt, j.supersededBy AS supersededBy
ORDER BY key
LIMIT $limit
