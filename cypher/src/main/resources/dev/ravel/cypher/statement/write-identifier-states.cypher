// The states of identifiers.
UNWIND $rows AS row
MATCH (i) WHERE id(i) = row.node
SET i += row.state
