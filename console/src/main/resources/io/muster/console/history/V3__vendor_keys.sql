-- With what the machines of vendors, and other readers of the omlox Hub, say who they are. Rows stay: a revoked key still says who it was.
CREATE TABLE vendor_keys (
    id         uuid        PRIMARY KEY,
    site       text        NOT NULL,
    vendor     text        NOT NULL,
    name       text        NOT NULL,
    scopes     text[]      NOT NULL,
    -- SHA-256: the token has 256 random bits, so there is nothing to guess that a slow hash would protect
    token_hash bytea       NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text        NOT NULL,
    -- null = until it is revoked
    expires_at timestamptz,
    revoked_at timestamptz,
    revoked_by text
);
-- The log of API calls tells keys apart by these.
CREATE UNIQUE INDEX vendor_keys_by_name ON vendor_keys (site, vendor, name) WHERE revoked_at IS NULL;
