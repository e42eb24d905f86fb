// Records that leave their entity; the membership stays as a past one.
UNWIND $rows AS row
MATCH (r:Record {key: row.record})-[m:MEMBER_OF]->(e:Entity)
WHERE e.key = row.entity
CREATE (r)-[:WAS_MEMBER_OF {from: m.since, to: row.at}]->(e)
DELETE m
RETURN count(*) AS left
