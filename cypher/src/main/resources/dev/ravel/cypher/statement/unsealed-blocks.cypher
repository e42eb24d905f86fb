// The oldest blocks that wait to be sealed.
MATCH (b:UnsealedBlock)
WHERE b.tenant = $tenant AND b.at IS NOT NULL
WITH b
ORDER BY b.at
LIMIT $limit
RETURN id(b) AS node, b.at AS at, b.events AS events, b.marks AS marks, b.merkleRoot AS merkleRoot
