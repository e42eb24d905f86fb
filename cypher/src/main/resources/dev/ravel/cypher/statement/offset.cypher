// How far an input has been taken in.
MATCH (i:Input {key: $key})
USING INDEX SEEK i:Input(key)
RETURN i.offset AS offset
