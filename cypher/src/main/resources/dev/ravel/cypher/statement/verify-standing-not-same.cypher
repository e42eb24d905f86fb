// The standing judgements that say of records that they are different customers, with the entities of those.
MATCH (j:Judgement)
WHERE j.key STARTS WITH $prefix AND j.verdict = 'NOT_SAME' AND j.supersededBy IS NULL
RETURN j.key AS key, j.operation AS operation, j.verdict AS verdict, j.groups AS groups, j.actor AS actor,
       j.reason AS reason, j.at AS at, j.supersededBy AS supersededBy,
       [(j)-[:ABOUT]->(r:Record)-[:MEMBER_OF]->(e:Entity) | [r.key, e.key]] AS members
