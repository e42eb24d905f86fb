// What is looked up by something else than its key.
CREATE INDEX entity_component IF NOT EXISTS FOR (n:Entity) ON (n.component);
CREATE INDEX judgement_operation IF NOT EXISTS FOR (n:Judgement) ON (n.operation);
CREATE INDEX open_review_weight IF NOT EXISTS FOR (n:OpenReview) ON (n.tenant, n.weight);
