// The nodes and relationships of the whole database, and its records.
CALL () {
  MATCH (n)
  RETURN count(n) AS nodes
}
CALL () {
  MATCH ()-[m]->()
  RETURN count(m) AS relationships
}
CALL () {
  MATCH (r:Record)
  RETURN count(r) AS records
}
RETURN nodes, relationships, records
