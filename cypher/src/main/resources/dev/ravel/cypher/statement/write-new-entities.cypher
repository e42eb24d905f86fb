// Entities that are minted, with the records that join them and when.
UNWIND $rows AS row
CREATE (e:Entity)
SET e += row.properties
WITH e, row
UNWIND row.members AS member
MATCH (r) WHERE id(r) = member[0]
CREATE (r)-[:MEMBER_OF {since: member[1]}]->(e)
RETURN count(*) AS joined
