UNWIND $rows AS row
MATCH (entity:YardEntity {id: row.entity})
CREATE (record:YardRecord {key: row.key, content: row.content})-[:YARD_MEMBER_OF]->(entity)
WITH record, row
UNWIND row.identifiers AS key
MATCH (identifier:YardIdentifier {key: key})
CREATE (record)-[:YARD_HAS]->(identifier)
