// Whether judgements name a record that is not stored, of whichever tenant. Hardly ever; an index is asked for its first entry,
// because a count looks through all that the transaction has written so far.
MATCH (a:AbsentRecord)
WHERE a.key > ''
WITH a
LIMIT 1
RETURN count(a) AS absent
