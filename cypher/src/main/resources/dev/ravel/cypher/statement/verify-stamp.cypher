// The graph is stamped with one digest.
OPTIONAL MATCH (s:Ravel {key: $tenant})
WITH s
WHERE s.digest IS NULL
WITH 'the graph of ' + $tenant + ' has no resolution digest' AS example
RETURN count(*) AS violations, collect(example)[..$examples] AS examples
