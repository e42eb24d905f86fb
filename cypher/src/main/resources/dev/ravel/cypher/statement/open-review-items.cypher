// The open questions, highest weight first.
MATCH (q:OpenReview)
WHERE q.tenant = $tenant AND q.weight IS NOT NULL
WITH q
ORDER BY q.weight DESC, q.key
LIMIT $limit
RETURN q.key AS key, q.kind AS kind, q.smaller AS smaller, q.larger AS larger, q.identifier AS identifier, q.weight AS weight,
       q.cause AS cause, q.openedAt AS openedAt, true AS open, q.closedBy AS closedBy, q.claimedBy AS claimedBy, q.skips AS skips
