// Identifiers that stored records carry from now on.
UNWIND $rows AS row
MATCH (r) WHERE id(r) = row.record
MATCH (i) WHERE id(i) = row.node
CREATE (r)-[h:$(row.relationship)]->(i)
SET h.role = row.role
