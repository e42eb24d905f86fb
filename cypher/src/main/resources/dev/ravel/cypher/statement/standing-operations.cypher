// The operations that fit and of whose judgements, of records or of identifiers, one stands; latest first.
CALL () {
  MATCH (j:Judgement)
  WHERE j.key > $after AND j.key < $end AND j.supersededBy IS NULL AND j.at >= $from AND j.at < $to
    AND ($actor = '' OR j.actor = $actor) AND ($ticket = '' OR j.ticket = $ticket)
  RETURN j.operation AS operation
  UNION
  MATCH (j:IdentifierJudgement)
  WHERE j.key > $after AND j.key < $end AND j.supersededBy IS NULL AND j.at >= $from AND j.at < $to
    AND ($actor = '' OR j.actor = $actor) AND ($ticket = '' OR j.ticket = $ticket)
  RETURN j.operation AS operation
}
MATCH (o:Operation {key: operation})
USING INDEX SEEK o:Operation(key)
WHERE $kind = '' OR o.kind = $kind
RETURN o.key AS key, o.kind AS kind, o.idempotencyKey AS idempotencyKey, o.fingerprint AS fingerprint,
       o.actor AS actor, o.reason AS reason, o.at AS at, o.entities AS entities, o.undoes AS undoes,
       o.alsoUndoes AS alsoUndoes, o.identifier AS identifier
ORDER BY at DESC, key DESC
LIMIT $limit
