// The states of identifiers and blocks that are not what locking them made of them.
UNWIND $rows AS row
MATCH (k) WHERE id(k) = row.node
SET k += row.state
