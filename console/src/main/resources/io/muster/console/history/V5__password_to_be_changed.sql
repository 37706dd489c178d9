-- A password that an administrator gave: good for one thing, to choose another.
ALTER TABLE users ADD COLUMN must_change_password boolean NOT NULL DEFAULT false;

-- What administrators ask the logs for.
CREATE INDEX audit_by_who ON audit_log (who, at DESC);
CREATE INDEX api_calls_by_who ON api_calls (who, at DESC);
