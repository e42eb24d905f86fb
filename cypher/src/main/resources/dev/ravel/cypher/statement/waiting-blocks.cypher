// The first events of the oldest blocks that wait to be sealed.
MATCH (b:UnsealedBlock)
WHERE b.tenant = $tenant AND b.at IS NOT NULL
WITH b
ORDER BY b.at
LIMIT $limit
RETURN b.events[0] AS first
