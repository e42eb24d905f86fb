// Questions to ask. An open one only changes its weight; a closed one opens again.
UNWIND $rows AS row
MERGE (q:ReviewItem {key: row.key})
  ON CREATE SET q.tenant = $tenant, q.kind = row.kind, q.smaller = row.smaller, q.larger = row.larger,
    q.identifier = row.identifier
SET q.claimedBy = CASE WHEN q:OpenReview THEN q.claimedBy END,
    q.skips = CASE WHEN q:OpenReview THEN q.skips END,
    q.openedAt = CASE WHEN q:OpenReview THEN q.openedAt ELSE row.at END,
    q.weight = row.weight,
    q.cause = row.cause,
    q.closedAt = null,
    q.closedBy = null,
    q:OpenReview
FOREACH (contradiction IN CASE WHEN row.kind = 'CONTRADICTING_VERSION' THEN [q] ELSE [] END |
  SET contradiction:OpenContradiction
)
FOREACH (audit IN CASE WHEN row.kind = 'AUDIT' THEN [q] ELSE [] END |
  SET audit:OpenAudit
)
