// Identifiers that stored records carry from now on.
UNWIND $rows AS row
MATCH (r:Record {key: row.record})
MATCH (i:Identifier {key: row.key})
CREATE (r)-[h:$(row.relationship)]->(i)
SET h.role = row.role
