// Records that go from one entity to another; the membership stays as a past one. In a subquery each membership is found from
// its record: planned as one pattern, an entity of a thousand records costs seven times as much.
UNWIND $rows AS row
MATCH (from) WHERE id(from) = row.from
MATCH (to) WHERE id(to) = row.to
UNWIND row.records AS record
MATCH (r) WHERE id(r) = record
CALL (r, from, to, row) {
  MATCH (r)-[m:MEMBER_OF]->(e)
  WITH r, m, e, from, to, row
  WHERE e = from
  CREATE (r)-[:WAS_MEMBER_OF {from: m.since, to: row.at}]->(from)
  CREATE (r)-[:MEMBER_OF {since: row.at}]->(to)
  DELETE m
  RETURN count(*) AS parted
}
RETURN sum(parted) AS moved
