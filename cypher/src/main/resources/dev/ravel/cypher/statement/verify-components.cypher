// An active entity's component is named by a record of one of its entities; a match that the weight accepts, or a person,
// joins records of one component only.
CALL () {
  MATCH (e:Entity)
  WHERE e.key STARTS WITH $prefix AND e.state = 'ACTIVE'
    AND NOT EXISTS {
      MATCH (:Record {key: e.component})-[:MEMBER_OF]->(part:Entity)
      WHERE part.component = e.component
    }
  RETURN e.key + ' is in a component named by ' + e.component + ', which is not in it' AS example
  UNION ALL
  MATCH (a:Record)-[m:MATCHES]->(b:Record)
  WHERE a.key STARTS WITH $prefix AND m.status <> 'REVIEW'
  MATCH (a)-[:MEMBER_OF]->(left:Entity)
  MATCH (b)-[:MEMBER_OF]->(right:Entity)
  WHERE left.component <> right.component
  RETURN a.key + ' ~ ' + b.key + ' is ' + m.status + ' across two components' AS example
}
WITH example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
