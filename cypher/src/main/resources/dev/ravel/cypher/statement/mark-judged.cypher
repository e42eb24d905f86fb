// Notes on records whether a standing judgement names them.
UNWIND $keys AS key
MATCH (r:Record {key: key})
SET r.judged = CASE WHEN EXISTS { (r)<-[:ABOUT]-(j:Judgement) WHERE j.supersededBy IS NULL } THEN true END
