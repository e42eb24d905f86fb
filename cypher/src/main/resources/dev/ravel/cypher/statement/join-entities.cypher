// Records that join an entity.
UNWIND $rows AS row
MATCH (r:Record {key: row.record})
MATCH (e:Entity {key: row.entity})
CREATE (r)-[:MEMBER_OF {since: row.at}]->(e)
RETURN count(*) AS joined
