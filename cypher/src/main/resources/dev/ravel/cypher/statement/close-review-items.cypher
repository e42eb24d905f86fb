// Questions that have become moot.
UNWIND $keys AS key
MATCH (q:ReviewItem {key: key})
SET q.closedAt = $at
REMOVE q:OpenReview
