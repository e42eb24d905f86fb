// What the live ones of these records are stored with that have keys of an earlier generation, and their older versions.
UNWIND $keys AS key
MATCH (r:Record {key: key})
USING INDEX SEEK r:Record(key)
WHERE r.deleted IS NULL AND coalesce(r.keyGeneration, 0) <> $generation
RETURN r.key AS key, r.nameKey AS nameKey, [(r)-->(i:Identifier) | i.key] AS identifiers, r.olderStamps AS olderStamps,
       r.olderContents AS olderContents
