// The events with these keys, in no order.
UNWIND $keys AS key
MATCH (v:Event {key: key})
USING INDEX SEEK v:Event(key)
RETURN v.version AS version, v.membershipVersion AS membershipVersion, v.type AS type, v.at AS at,
       v.joined AS joined, v.left AS left, v.after AS after, v.related AS related, v.cause AS cause,
       v.digest AS digest, v.previousHash AS previousHash, v.hash AS hash, v.key AS key
