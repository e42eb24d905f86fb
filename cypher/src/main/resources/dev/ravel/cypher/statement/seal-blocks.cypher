// Gives blocks their places in the seal and moves its head behind them.
UNWIND $rows AS row
MATCH (b:EventBlock)
WHERE id(b) = row.node
SET b.key = row.key, b.number = row.number, b.previousHash = row.previousHash, b.hash = row.hash
REMOVE b:UnsealedBlock
WITH count(b) AS sealed
MATCH (s:Seal {key: $tenant})
USING INDEX SEEK s:Seal(key)
SET s.number = $number, s.hash = $hash
RETURN sealed
