// The mark of before stays, for processes of an earlier version that have not ended yet.
// Records know the judgements that name them and stand, and when one of them fell last, or later than that.
// Those that know already are left alone: what was judged since this ran for the first time need not be linked to all that it names.
MATCH (j:Judgement)-[:ABOUT]->(r:Record)
WHERE r.standing IS NULL AND r.fellAt IS NULL
WITH r, collect(CASE WHEN j.supersededBy IS NULL THEN j.key END) AS standing, count(j.supersededBy) AS fallen
SET r.standing = CASE WHEN size(standing) > 0 THEN standing END,
    r.fellAt = CASE WHEN fallen > 0 THEN datetime('9999-01-01T00:00:00Z') END;
