// Audit samples, and their open questions, which are looked up by their records.
CREATE CONSTRAINT audit_sample_key IF NOT EXISTS FOR (n:AuditSample) REQUIRE n.key IS UNIQUE;
CREATE INDEX audit_sample_tenant IF NOT EXISTS FOR (n:AuditSample) ON (n.tenant);
CREATE INDEX open_audit_smaller IF NOT EXISTS FOR (n:OpenAudit) ON (n.smaller);
CREATE INDEX open_audit_larger IF NOT EXISTS FOR (n:OpenAudit) ON (n.larger);
