// All versions kept of a record.
MATCH (r:Record {key: $key})
USING INDEX SEEK r:Record(key)
RETURN r.stamp AS stamp, r.content AS content, r.recordedAt AS recordedAt, r.loadId AS loadId,
       r.olderStamps AS olderStamps, r.olderContents AS olderContents, r.olderRecordedAts AS olderRecordedAts,
       r.olderLoadIds AS olderLoadIds
