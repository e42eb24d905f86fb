// The judgements of identifiers that an operation made, ascending.
MATCH (j:IdentifierJudgement)
WHERE j.key STARTS WITH $prefix
RETURN j.key AS key, j.operation AS operation, j.identifier AS identifier, j.ruling AS ruling, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.ticket AS ticket, j.reviewAt AS reviewAt, j.supersededBy AS supersededBy
ORDER BY key
