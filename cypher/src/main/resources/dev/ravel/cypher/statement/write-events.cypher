// Lineage events.
UNWIND $rows AS row
CREATE (v:Event)
SET v = row
