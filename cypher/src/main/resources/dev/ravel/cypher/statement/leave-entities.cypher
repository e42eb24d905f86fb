// Records that leave their entity; the membership stays as a past one.
UNWIND $rows AS row
MATCH (r)-[m:MEMBER_OF]->(e) WHERE id(r) = row.record AND id(e) = row.entity
CREATE (r)-[:WAS_MEMBER_OF {from: m.since, to: row.at}]->(e)
DELETE m
RETURN count(*) AS left
