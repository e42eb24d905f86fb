// Locks a review item.
MATCH (q:ReviewItem {key: $key})
SET q.lock = $lock
