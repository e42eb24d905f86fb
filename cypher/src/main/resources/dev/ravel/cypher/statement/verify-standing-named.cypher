// The standing judgements with the records that their operations are linked to, and whether each of these knows them.
MATCH (j:Judgement)
WHERE j.key STARTS WITH $prefix AND j.supersededBy IS NULL
CALL (j) {
  MATCH (one:Judgement {operation: j.operation})
  USING INDEX SEEK one:Judgement(operation)
  MATCH (one)-[:ABOUT]->(r:Record)
  WITH DISTINCT j, r
  RETURN collect(r.key) AS linked, collect(CASE WHEN j.key IN coalesce(r.standing, []) THEN r.key END) AS knowing
}
CALL (j) {
  MATCH (one:Judgement {operation: j.operation})
  USING INDEX SEEK one:Judgement(operation)
  MATCH (one)-[:ABOUT]->(a:AbsentRecord)
  RETURN collect(DISTINCT a.key) AS absent
}
RETURN j.key AS key, j.groups AS groups, linked, knowing, absent
