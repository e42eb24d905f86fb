// Records, by node, know the keys of the judgements that name them and stand.
UNWIND $rows AS row
UNWIND row.nodes AS node
MATCH (r) WHERE id(r) = node
SET r.standing = coalesce(r.standing, []) + row.judgements
