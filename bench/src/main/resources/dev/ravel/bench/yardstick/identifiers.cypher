// The client knows which keys are new, so they are created and not merged: the fastest form that was found.
UNWIND $keys AS key
CREATE (:YardIdentifier {key: key})
