// Moves the stamps of newest versions whose content came again with a later one.
UNWIND $rows AS row
MATCH (r:Record {key: row.key})
USING INDEX SEEK r:Record(key)
WITH r, row, split(r.stamp, ' ') AS stamp
SET r.stamp = row.observedAt + ' ' + row.sequence + ' ' + stamp[2] + ' ' + stamp[3],
    r.observedAt = row.at
