// Properties of stored records: a later stamp of the same content, or other states of the keys that they carry.
UNWIND $rows AS row
MATCH (r:Record {key: row.key})
SET r += row.properties
