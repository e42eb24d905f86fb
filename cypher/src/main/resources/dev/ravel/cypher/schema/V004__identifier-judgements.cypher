// What persons rule of identifiers.
CREATE CONSTRAINT identifier_judgement_key IF NOT EXISTS FOR (n:IdentifierJudgement) REQUIRE n.key IS UNIQUE;
