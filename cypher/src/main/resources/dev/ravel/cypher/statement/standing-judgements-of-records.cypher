// The standing judgements that name any of these stored records. Each is looked at once, however many it names.
UNWIND $nodes AS node
MATCH (r) WHERE id(r) = node AND r.judged
MATCH (r)<-[:ABOUT]-(j:Judgement)
WITH DISTINCT j
WHERE j.supersededBy IS NULL
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
