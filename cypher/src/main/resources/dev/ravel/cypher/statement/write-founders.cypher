// Notes on a stored record that an entity was minted for it.
UNWIND $rows AS row
MATCH (r) WHERE id(r) = row.node AND NOT row.key IN coalesce(r.founded, [])
SET r.founded = coalesce(r.founded, []) + row.key
