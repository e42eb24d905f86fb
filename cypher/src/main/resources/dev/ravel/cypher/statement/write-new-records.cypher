// Records that are stored for the first time, and the identifiers that they carry; one row back for each record.
UNWIND $rows AS row
CREATE (r:Record)
SET r += row.properties
WITH r, row
CALL (r, row) {
  UNWIND row.identifiers AS carried
  MATCH (i) WHERE id(i) = carried.node
  CREATE (r)-[h:$(carried.relationship)]->(i)
  SET h.role = carried.role
}
RETURN id(r) AS node
