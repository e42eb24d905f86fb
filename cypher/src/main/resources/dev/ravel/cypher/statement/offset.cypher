// How far an input has been taken in.
MATCH (i:Input {key: $key})
RETURN i.offset AS offset
