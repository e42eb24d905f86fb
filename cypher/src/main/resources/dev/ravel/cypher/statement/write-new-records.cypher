// Records that are stored for the first time, and the identifiers that they carry.
UNWIND $rows AS row
CREATE (r:Record)
SET r = row.properties
WITH r, row
UNWIND row.identifiers AS carried
MATCH (i:Identifier {key: carried.key})
CREATE (r)-[h:$(carried.relationship)]->(i)
SET h.role = carried.role
