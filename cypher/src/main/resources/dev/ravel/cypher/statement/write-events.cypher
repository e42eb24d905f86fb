// Lineage events, and the block that binds them and waits to be sealed.
UNWIND $rows AS row
CREATE (v:Event)
SET v += row
WITH count(*) AS events
CREATE (b:EventBlock:UnsealedBlock)
SET b = $block
