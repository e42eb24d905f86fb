// What persons rule of identifiers; the identifiers have been locked before, so they are there.
UNWIND $rows AS row
MATCH (i:Identifier {key: row.identifier})
USING INDEX SEEK i:Identifier(key)
CREATE (j:IdentifierJudgement)-[:ABOUT]->(i)
SET j = row
