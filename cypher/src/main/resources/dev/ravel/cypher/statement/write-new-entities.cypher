// Entities that are minted; their internal ids come back in the same order.
UNWIND $rows AS properties
CREATE (e:Entity)
SET e += properties
RETURN collect(id(e)) AS nodes
