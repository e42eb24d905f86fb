// Judgements that hold for another form of an identifier too, and those that they replace; the identifiers are locked.
UNWIND $rows AS row
MATCH (i:Identifier {key: row.identifier})
USING INDEX SEEK i:Identifier(key)
MERGE (j:IdentifierJudgement {key: row.key})
SET j = row
MERGE (j)-[:ABOUT]->(i)
