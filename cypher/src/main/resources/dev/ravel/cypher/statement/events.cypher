// The events of an entity after a version, ascending, with the records before and after each.
MATCH (v:Event)
WHERE v.key > $after AND v.key < $end
WITH v
ORDER BY v.key
LIMIT $limit
RETURN v.version AS version, v.membershipVersion AS membershipVersion, v.type AS type, v.at AS at,
       v.joined AS joined, v.left AS left, v.after AS after, v.related AS related, v.cause AS cause,
       v.digest AS digest, v.previousHash AS previousHash, v.hash AS hash, v.key AS key
ORDER BY key
