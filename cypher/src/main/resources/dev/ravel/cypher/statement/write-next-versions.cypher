// Newer versions of stored records; the version until now moves to the older ones.
UNWIND $rows AS row
MATCH (r:Record {key: row.key})
USING INDEX SEEK r:Record(key)
SET r.olderStamps = coalesce(r.olderStamps, []) + r.stamp,
    r.olderContents = coalesce(r.olderContents, []) + r.content,
    r.olderRecordedAts = coalesce(r.olderRecordedAts, []) + r.recordedAt,
    r.olderLoadIds = coalesce(r.olderLoadIds, []) + r.loadId
SET r += row.properties
