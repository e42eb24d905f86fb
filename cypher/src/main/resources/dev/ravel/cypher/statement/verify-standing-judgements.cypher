// Each record knows the standing judgements that are linked to it; and what it knows stands, and is of an operation that is linked
// to it.
CALL () {
  MATCH (j:Judgement)-[:ABOUT]->(r:Record)
  WHERE j.key STARTS WITH $prefix AND j.supersededBy IS NULL AND NOT j.key IN coalesce(r.standing, [])
  RETURN r.key + ' does not know judgement ' + j.key AS example
  UNION
  MATCH (r:Record)
  WHERE r.key STARTS WITH $prefix AND r.standing IS NOT NULL
  UNWIND r.standing AS key
  OPTIONAL MATCH (j:Judgement {key: key})
  WITH r, key, j
  WHERE j IS NULL OR j.supersededBy IS NOT NULL
  RETURN r.key + ' knows judgement ' + key + ', which does not stand' AS example
  UNION
  MATCH (r:Record)
  WHERE r.key STARTS WITH $prefix AND r.standing IS NOT NULL
  UNWIND r.standing AS key
  MATCH (j:Judgement {key: key})
  WHERE NOT EXISTS { (r)<-[:ABOUT]-(:Judgement {operation: j.operation}) }
  RETURN r.key + ' knows judgement ' + key + ', and no judgement of its operation is linked to it' AS example
}
WITH example
ORDER BY example
RETURN count(*) AS violations, collect(example)[0..$examples] AS examples
