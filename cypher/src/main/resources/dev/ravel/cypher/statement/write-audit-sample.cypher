// An audit sample, whose name is new.
CREATE (s:AuditSample)
SET s = $properties
