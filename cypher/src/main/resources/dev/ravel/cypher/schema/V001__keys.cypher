// Every node is found, and made only once, by its key, which begins with the tenant.
CREATE CONSTRAINT record_key IF NOT EXISTS FOR (n:Record) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (n:Identifier) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT block_key IF NOT EXISTS FOR (n:Block) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT entity_key IF NOT EXISTS FOR (n:Entity) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT event_key IF NOT EXISTS FOR (n:Event) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT judgement_key IF NOT EXISTS FOR (n:Judgement) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT absent_record_key IF NOT EXISTS FOR (n:AbsentRecord) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT operation_key IF NOT EXISTS FOR (n:Operation) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT operation_idempotency_key IF NOT EXISTS FOR (n:Operation) REQUIRE n.idempotencyKey IS UNIQUE;
CREATE CONSTRAINT review_item_key IF NOT EXISTS FOR (n:ReviewItem) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT input_key IF NOT EXISTS FOR (n:Input) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT ravel_key IF NOT EXISTS FOR (n:Ravel) REQUIRE n.key IS UNIQUE;
