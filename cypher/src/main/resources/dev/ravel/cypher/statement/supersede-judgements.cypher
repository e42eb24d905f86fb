// Judgements that an operation takes back. Returns the records that they name.
UNWIND $keys AS key
MATCH (j:Judgement {key: key})
SET j.supersededBy = $operation
WITH j
MATCH (j)-[:ABOUT]->(r:Record)
RETURN DISTINCT r.key AS record
