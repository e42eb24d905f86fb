// The open questions about contradicting versions that name any of these records.
UNWIND $keys AS key
CALL (key) {
  MATCH (q:OpenContradiction {smaller: key})
  RETURN q
  UNION
  MATCH (q:OpenContradiction {larger: key})
  RETURN q
}
WITH DISTINCT q
RETURN q.key AS key, q.kind AS kind, q.smaller AS smaller, q.larger AS larger, q.identifier AS identifier, q.weight AS weight,
       q.cause AS cause, q.openedAt AS openedAt, true AS open, q.closedBy AS closedBy, q.claimedBy AS claimedBy, q.skips AS skips
ORDER BY key
