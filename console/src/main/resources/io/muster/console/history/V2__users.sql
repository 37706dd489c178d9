-- Who may log in, and what they may see and do.
CREATE TABLE users (
    -- in small letters: Li and li are one
    name                text        PRIMARY KEY,
    display_name        text        NOT NULL,
    -- bcrypt, with the name of the method before it; null = logs in elsewhere (OpenID Connect)
    password            text,
    role                text        NOT NULL CHECK (role IN ('viewer', 'operator', 'administrator')),
    -- beyond those of the role
    rights              text[]      NOT NULL DEFAULT '{}',
    -- '*' = all
    sites               text[]      NOT NULL DEFAULT '{}',
    enabled             boolean     NOT NULL DEFAULT true,
    wrong_passwords     int         NOT NULL DEFAULT 0,
    locked_until        timestamptz,
    created_at          timestamptz NOT NULL DEFAULT now(),
    password_changed_at timestamptz NOT NULL DEFAULT now()
);

-- Who did what. Rows are only ever added; a day is dropped whole when its time is over.
CREATE TABLE audit_log (
    at      timestamptz NOT NULL,
    id      uuid        NOT NULL,
    who     text        NOT NULL,
    act     text        NOT NULL,
    site    text,
    object  text,
    detail  jsonb       NOT NULL,
    address text,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX audit_by_time ON audit_log (at DESC);

CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();

-- Every call of the API.
CREATE TABLE api_calls (
    at      timestamptz NOT NULL,
    id      uuid        NOT NULL,
    who     text,
    method  text        NOT NULL,
    path    text        NOT NULL,
    status  int         NOT NULL,
    millis  int         NOT NULL,
    address text,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX api_calls_by_time ON api_calls (at DESC);
