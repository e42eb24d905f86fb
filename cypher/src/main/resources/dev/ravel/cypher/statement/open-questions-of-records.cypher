// Whether a question is open that is looked up by its records, of whichever tenant: a row for audits, one for contradictions. An
// index is asked for its first entry, because a count looks through all that the transaction has written so far.
CALL () {
  MATCH (q:OpenAudit)
  WHERE q.smaller > ''
  RETURN q
  LIMIT 1
}
RETURN count(q) AS open
UNION ALL
CALL () {
  MATCH (q:OpenContradiction)
  WHERE q.smaller > ''
  RETURN q
  LIMIT 1
}
RETURN count(q) AS open
