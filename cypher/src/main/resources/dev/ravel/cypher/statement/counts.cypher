// The counts of one tenant's graph. Reads all of it.
CALL () {
  MATCH (r:Record)
  WHERE r.key STARTS WITH $prefix AND r.deleted IS NULL
  RETURN count(r) AS liveRecords
}
CALL () {
  MATCH (e:Entity)
  WHERE e.key STARTS WITH $prefix
  RETURN count(CASE WHEN e.state = 'ACTIVE' THEN 1 END) AS entities,
         count(CASE WHEN e.size > 1 THEN 1 END) AS mergedEntities,
         count(CASE WHEN e.state = 'RETIRED' THEN 1 END) AS retiredEntities
}
CALL () {
  MATCH (i:Identifier)
  WHERE i.key STARTS WITH $prefix
  RETURN count(i) AS identifiers, count(i.suppressed) AS suppressedIdentifiers
}
CALL () {
  MATCH (b:Block)
  WHERE b.key STARTS WITH $prefix
  RETURN count(b.overCap) AS blocksOverCap
}
CALL () {
  MATCH (q:OpenReview)
  WHERE q.tenant = $tenant
  RETURN count(q) AS openReviewItems
}
CALL () {
  MATCH (v:Event)
  WHERE v.key STARTS WITH $prefix
  RETURN count(v) AS events
}
CALL () {
  MATCH (a:Record)-[m:MATCHES]->(:Record)
  WHERE a.key STARTS WITH $prefix AND m.status IN ['HELD', 'BLOCKED']
  WITH m.status AS status, CASE m.status WHEN 'HELD' THEN m.cause ELSE '' END AS cause, count(m) AS links
  RETURN collect([status, cause, links]) AS held
}
RETURN liveRecords, entities, mergedEntities, retiredEntities, identifiers, suppressedIdentifiers, blocksOverCap,
       openReviewItems, events, held
