// Records that are stored for the first time, and the identifiers that they carry; the records' internal ids come back in
// the same order.
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
RETURN collect(id(r)) AS nodes
