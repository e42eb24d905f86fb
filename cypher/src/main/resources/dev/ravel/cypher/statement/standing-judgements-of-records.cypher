// The standing judgements that name any of these stored records.
UNWIND $nodes AS node
MATCH (r) WHERE id(r) = node AND r.judged
MATCH (r)<-[:ABOUT]-(j:Judgement)
WHERE j.supersededBy IS NULL
WITH DISTINCT j
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
