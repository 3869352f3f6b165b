-- A site changes over to a new secret: the one before goes on for a while.
ALTER TABLE oidc_clients ADD COLUMN earlier_secret_hash TEXT;
-- Until when, in milliseconds since 1970.
ALTER TABLE oidc_clients ADD COLUMN earlier_secret_until INTEGER;

-- Sites that somebody has signed in to, for the list in Security.
-- owner: oidc
CREATE TABLE oidc_apps (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  -- What it was last allowed to know.
  scope TEXT NOT NULL,
  first_used_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, client_id)
) STRICT, WITHOUT ROWID;
