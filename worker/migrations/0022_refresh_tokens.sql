-- What keeps somebody signed in at a site: refresh tokens, one family for each sign-in, each token of it good for once.
-- owner: oidc
CREATE TABLE oidc_families (
  id TEXT PRIMARY KEY,
  -- SHA-256 of the code that began it.
  code_hash TEXT NOT NULL UNIQUE,
  client_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  -- The session that began it; null once the person has signed out there and the site may stay (`offline_access`).
  session_id TEXT REFERENCES sessions (id) ON DELETE CASCADE,
  -- When that session began: what ends everybody's sessions at one moment goes by it.
  began_at INTEGER NOT NULL,
  is_offline INTEGER NOT NULL,
  scope TEXT NOT NULL,
  -- As in the grant.
  claims TEXT NOT NULL,
  amr TEXT NOT NULL,
  authenticated_at INTEGER NOT NULL,
  -- SHA-256 of the newest refresh token.
  refresh_hash TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  -- SHA-256 of the two newest access tokens that refreshing has given.
  access_hash TEXT UNIQUE,
  access_expires_at INTEGER,
  earlier_hash TEXT UNIQUE,
  earlier_expires_at INTEGER,
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX oidc_families_by_account ON oidc_families (account_id);
CREATE INDEX oidc_families_by_session ON oidc_families (session_id);
CREATE INDEX oidc_families_by_client ON oidc_families (client_id);
CREATE INDEX oidc_families_by_expiry ON oidc_families (expires_at);
