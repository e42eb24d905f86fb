// The judgements of an identifier, standing or not, oldest first.
MATCH (i:Identifier {key: $key})<-[:ABOUT]-(j:IdentifierJudgement)
USING INDEX SEEK i:Identifier(key)
RETURN j.key AS key, j.operation AS operation, j.identifier AS identifier, j.ruling AS ruling, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.ticket AS ticket, j.reviewAt AS reviewAt, j.supersededBy AS supersededBy
ORDER BY at, key
