// Judgements of identifiers that an operation takes back or replaces.
UNWIND $keys AS key
MATCH (j:IdentifierJudgement {key: key})
USING INDEX SEEK j:IdentifierJudgement(key)
SET j.supersededBy = $operation
