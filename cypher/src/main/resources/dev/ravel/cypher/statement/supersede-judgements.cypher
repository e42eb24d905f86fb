// Judgements that an operation takes back; the records that they name stay marked as judged.
UNWIND $keys AS key
MATCH (j:Judgement {key: key})
SET j.supersededBy = $operation
