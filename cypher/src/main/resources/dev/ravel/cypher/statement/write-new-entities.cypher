// Entities that are minted; one row back for each.
UNWIND $rows AS properties
CREATE (e:Entity)
SET e += properties
RETURN id(e) AS node
