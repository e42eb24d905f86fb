// The review item with a key, open or closed.
MATCH (q:ReviewItem {key: $key})
USING INDEX SEEK q:ReviewItem(key)
RETURN q.key AS key, q.kind AS kind, q.smaller AS smaller, q.larger AS larger, q.identifier AS identifier, q.weight AS weight,
       q.cause AS cause, q.openedAt AS openedAt, q:OpenReview AS open, q.closedBy AS closedBy, q.claimedBy AS claimedBy, q.skips AS skips
