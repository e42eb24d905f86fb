// Versions that arrived after a newer one.
UNWIND $rows AS row
MATCH (r:Record {key: row.key})
USING INDEX SEEK r:Record(key)
SET r.olderStamps = coalesce(r.olderStamps, []) + row.stamp,
    r.olderContents = coalesce(r.olderContents, []) + row.content,
    r.olderRecordedAts = coalesce(r.olderRecordedAts, []) + row.recordedAt,
    r.olderLoadIds = coalesce(r.olderLoadIds, []) + row.loadId
