// Removes some blocks of an earlier key generation with the links to them. A large block loses some of its links and waits for
// the next call, so that no transaction grows with it. Returns how many blocks it came across.
MATCH (b:Block)
WHERE b.key STARTS WITH $former
WITH b
LIMIT $limit
OPTIONAL MATCH (b)<-[in:IN_BLOCK]-(:Record)
WITH b, in
LIMIT $limit
DELETE in
WITH collect(DISTINCT b) AS blocks
CALL (blocks) {
  UNWIND blocks AS b
  WITH b
  WHERE NOT EXISTS { (b)<-[:IN_BLOCK]-(:Record) }
  DELETE b
}
RETURN size(blocks) AS found
