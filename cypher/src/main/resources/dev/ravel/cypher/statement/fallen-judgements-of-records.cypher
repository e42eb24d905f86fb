// The judgements that fell after a time, of all operations that judged those of these records of which one fell after it. Some
// of them name other records of these operations only.
UNWIND $nodes AS node
MATCH (r) WHERE id(r) = node AND r.fellAt > $after
MATCH (r)<-[:ABOUT]-(one:Judgement)
WITH DISTINCT one.operation AS operation
MATCH (j:Judgement {operation: operation})
USING INDEX SEEK j:Judgement(operation)
WHERE j.supersededBy IS NOT NULL
CALL (j) {
  OPTIONAL MATCH (by:Operation {key: $prefix + j.supersededBy})
  USING INDEX SEEK by:Operation(key)
  RETURN coalesce(by.at > $after, true) AS later
}
WITH j, later
WHERE later
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy, j.ticket AS ticket, j.reviewAt AS reviewAt,
       j.evidence AS evidence
