// The operation recorded under a caller's key.
MATCH (o:Operation {idempotencyKey: $idempotencyKey})
RETURN o.key AS key, o.kind AS kind, o.idempotencyKey AS idempotencyKey, o.fingerprint AS fingerprint,
       o.actor AS actor, o.reason AS reason, o.at AS at, o.entities AS entities, o.undoes AS undoes,
       o.alsoUndoes AS alsoUndoes, o.identifier AS identifier
