// Locks a review item.
MATCH (q:ReviewItem {key: $key})
USING INDEX SEEK q:ReviewItem(key)
SET q.lock = $lock
