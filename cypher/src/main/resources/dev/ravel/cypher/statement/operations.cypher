// The operations with these ids.
UNWIND $keys AS key
MATCH (o:Operation {key: key})
USING INDEX SEEK o:Operation(key)
RETURN o.key AS key, o.kind AS kind, o.idempotencyKey AS idempotencyKey, o.fingerprint AS fingerprint,
       o.actor AS actor, o.reason AS reason, o.at AS at, o.entities AS entities, o.undoes AS undoes,
       o.alsoUndoes AS alsoUndoes, o.identifier AS identifier
