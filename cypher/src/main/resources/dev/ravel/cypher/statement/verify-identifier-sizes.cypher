// An identifier's size counts the live records that carry it, each once; no deleted record carries any.
MATCH (i:Identifier)
WHERE i.key STARTS WITH $prefix
WITH i, [(i)<--(r:Record) | r] AS carriers
WITH i, size(carriers) AS carried, size([r IN carriers WHERE r.deleted IS NULL]) AS live
WHERE carried <> i.size OR live <> carried
WITH i.key + ' has size ' + i.size + ', ' + carried + ' carrier(s), ' + live + ' of them live' AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
