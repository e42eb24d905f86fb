// The kept matches of these records.
UNWIND $keys AS key
MATCH (r:Record {key: key})-[m:MATCHES]-(:Record)
USING INDEX SEEK r:Record(key)
WITH DISTINCT m
RETURN startNode(m).key AS smaller, endNode(m).key AS larger, m.weight AS weight, m.status AS status,
       m.evidence AS evidence, m.rule AS rule, m.cause AS cause
