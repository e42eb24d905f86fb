// Properties of stored records: other spans of their values, or other states of the keys that they carry.
UNWIND $rows AS row
MATCH (r:Record {key: row.key})
USING INDEX SEEK r:Record(key)
SET r += row.properties
