-- What users allowed which client, and the tokens that came of it. Codes and tokens are kept as SHA-256 only.

CREATE TABLE oauth_grants (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- What was allowed; a token may have less.
    scope TEXT NOT NULL,
    -- The code that the user was sent back with, and what its exchange must name and prove.
    code BLOB NOT NULL UNIQUE,
    redirect_uri TEXT NOT NULL,
    challenge TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    -- A used code stays as long as its tokens: when it comes a second time, they go.
    used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
) STRICT;

CREATE INDEX oauth_grants_by_user ON oauth_grants (user_id);

CREATE TABLE oauth_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    grant_id INTEGER NOT NULL REFERENCES oauth_grants (id) ON DELETE CASCADE,
    access BLOB NOT NULL UNIQUE,
    refresh BLOB NOT NULL UNIQUE,
    -- Their first ten characters, which is what lists of tokens show.
    access_start TEXT NOT NULL,
    refresh_start TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    refresh_expires_at INTEGER NOT NULL,
    -- A refreshed token is worth nothing, and stays for the same reason as a used code.
    replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1))
) STRICT;

CREATE INDEX oauth_tokens_by_grant ON oauth_tokens (grant_id);
