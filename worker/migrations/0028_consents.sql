-- What somebody lets a site know that is not the service's own.
-- owner: oidc
CREATE TABLE oidc_consents (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  -- Scopes, with spaces between.
  scope TEXT NOT NULL,
  -- Milliseconds since 1970, of the newest time.
  allowed_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, client_id)
) STRICT, WITHOUT ROWID;
