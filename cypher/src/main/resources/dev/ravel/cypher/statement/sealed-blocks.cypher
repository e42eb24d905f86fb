// The sealed blocks after a number, ascending.
MATCH (b:EventBlock)
WHERE b.key > $after AND b.key < $end
WITH b
ORDER BY b.key
LIMIT $limit
RETURN b.key AS key, b.number AS number, b.previousHash AS previousHash, b.hash AS hash, b.at AS at,
       b.events AS events, b.marks AS marks, b.merkleRoot AS merkleRoot
ORDER BY key
