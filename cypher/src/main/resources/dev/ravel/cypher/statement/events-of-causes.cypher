// The events of these entities that have any of these causes, ascending by entity and version.
UNWIND $keys AS entity
MATCH (v:Event)
WHERE v.key > entity + '#' AND v.key < entity + '#:' AND v.cause IN $causes
RETURN v.version AS version, v.membershipVersion AS membershipVersion, v.type AS type, v.at AS at,
       v.joined AS joined, v.left AS left, v.after AS after, v.related AS related, v.cause AS cause,
       v.digest AS digest, v.previousHash AS previousHash, v.hash AS hash, v.key AS key
ORDER BY key
