// Records that join an entity.
UNWIND $rows AS row
MATCH (r) WHERE id(r) = row.record
MATCH (e) WHERE id(e) = row.entity
CREATE (r)-[:MEMBER_OF {since: row.at}]->(e)
RETURN count(*) AS joined
