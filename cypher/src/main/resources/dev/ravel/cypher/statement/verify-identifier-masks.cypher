// A record names exactly those of its identifiers as suppressed, and as over their cap, that are.
MATCH (r:Record)
WHERE r.key STARTS WITH $prefix
WITH r, [(r)-->(i:Identifier) WHERE i.suppressed | i.key] AS suppressed,
     [(r)-->(i:Identifier) WHERE i.overCap | i.key] AS overCap,
     [key IN coalesce(r.suppressed, []) WHERE NOT key STARTS WITH $blocks] AS named,
     [key IN coalesce(r.overCap, []) WHERE NOT key STARTS WITH $blocks] AS namedOverCap
WITH r, [key IN suppressed WHERE NOT key IN named] + [key IN named WHERE NOT key IN suppressed]
     + [key IN overCap WHERE NOT key IN namedOverCap] + [key IN namedOverCap WHERE NOT key IN overCap] AS wrong
WHERE size(wrong) > 0
WITH r.key + ' disagrees about ' + wrong[0] AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
