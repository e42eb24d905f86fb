// Questions that are answered or have become moot.
UNWIND $rows AS row
MATCH (q:ReviewItem {key: row.key})
USING INDEX SEEK q:ReviewItem(key)
WHERE q:OpenReview
SET q.closedAt = $at, q.closedBy = row.cause
REMOVE q:OpenReview, q:OpenContradiction, q:OpenAudit
