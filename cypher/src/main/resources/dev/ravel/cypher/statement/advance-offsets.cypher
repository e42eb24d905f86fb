// How far inputs have been taken in; never back.
UNWIND $rows AS row
MERGE (i:Input {key: row.key})
SET i.offset = CASE WHEN i.offset > row.offset THEN i.offset ELSE row.offset END
