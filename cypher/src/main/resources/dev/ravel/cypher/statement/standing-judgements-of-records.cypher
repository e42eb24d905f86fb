// The standing judgements that name any of these stored records, which know their keys: those that fell are not walked past.
UNWIND $nodes AS node
MATCH (r) WHERE id(r) = node
UNWIND r.standing AS key
WITH DISTINCT key
MATCH (j:Judgement {key: key})
USING INDEX SEEK j:Judgement(key)
WHERE j.supersededBy IS NULL
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
