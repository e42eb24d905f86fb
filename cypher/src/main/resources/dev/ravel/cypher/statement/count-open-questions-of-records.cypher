// How many questions about records are open that are looked up by their records, in all tenants: a row for audits, one for
// contradictions. Costs nothing, as counts are kept.
MATCH (q:OpenAudit)
RETURN count(q) AS open
UNION ALL
MATCH (q:OpenContradiction)
RETURN count(q) AS open
