-- Clients that prove themselves by a key, and requests to sign in that they send ahead.

-- Assertions that were used (RFC 7523 3), until they expire: each is good for once.
-- owner: oidc
CREATE TABLE oidc_assertions (
  -- SHA-256 of the client's id and the assertion's.
  hash TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX oidc_assertions_by_expiry ON oidc_assertions (expires_at);

-- Requests that were pushed (RFC 9126), each good for one code.
-- owner: oidc
CREATE TABLE oidc_pushed_requests (
  -- SHA-256 of the secret part of its request_uri.
  hash TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  -- As in an address.
  parameters TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX oidc_pushed_requests_by_client ON oidc_pushed_requests (client_id);
CREATE INDEX oidc_pushed_requests_by_expiry ON oidc_pushed_requests (expires_at);
