// The questions about contradicting versions are looked up by their records, when these part.
CREATE INDEX open_contradiction_smaller IF NOT EXISTS FOR (n:OpenContradiction) ON (n.smaller);
CREATE INDEX open_contradiction_larger IF NOT EXISTS FOR (n:OpenContradiction) ON (n.larger);
