// What records that have keys of an earlier generation are stored with, and their older versions.
UNWIND $keys AS key
MATCH (r:Record {key: key})
USING INDEX SEEK r:Record(key)
RETURN r.key AS key, r.nameKey AS nameKey, [(r)-->(i:Identifier) | i.key] AS identifiers, r.olderStamps AS olderStamps,
       r.olderContents AS olderContents
