// Who works on a question, and how often it was put back.
MATCH (q:ReviewItem {key: $key})
USING INDEX SEEK q:ReviewItem(key)
SET q.claimedBy = $claimedBy, q.skips = $skips
