// The seal: blocks in their places, the heads of the chains of tenants, and the blocks that wait for their places.
CREATE CONSTRAINT event_block_key IF NOT EXISTS FOR (n:EventBlock) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT seal_key IF NOT EXISTS FOR (n:Seal) REQUIRE n.key IS UNIQUE;
CREATE INDEX unsealed_block_at IF NOT EXISTS FOR (n:UnsealedBlock) ON (n.tenant, n.at);
