// What a person did.
CREATE (o:Operation)
SET o = $properties
