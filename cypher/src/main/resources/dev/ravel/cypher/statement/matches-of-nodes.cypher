// The kept matches of these records.
UNWIND $nodes AS node
MATCH (r) WHERE id(r) = node
MATCH (r)-[m:MATCHES]-()
WITH DISTINCT m
RETURN startNode(m).key AS smaller, endNode(m).key AS larger, m.weight AS weight, m.status AS status,
       m.evidence AS evidence, m.rule AS rule, m.cause AS cause
