// Identifiers that stored records had in older versions: in the other direction, which those who ask for carriers do not
// follow.
UNWIND $rows AS row
MATCH (r) WHERE id(r) = row.record
MATCH (i) WHERE id(i) = row.node
MERGE (i)-[:WAS_CARRIED_BY]->(r)
