-- What other people's servers and sites need: keys that sign tokens, sites that people may sign in to, and the codes that
-- bring them there.

-- Keys that sign tokens for others. A later row takes over from the one before at its `signs_from`.
-- owner: signing-key
CREATE TABLE signing_keys (
  seq INTEGER PRIMARY KEY,
  -- The `kid` of tokens.
  id TEXT NOT NULL UNIQUE,
  -- The private JWK. What is published is read from it, so that nobody who can only write here can have a key of theirs believed.
  sealed_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  signs_from INTEGER NOT NULL
) STRICT;
CREATE INDEX signing_keys_by_start ON signing_keys (signs_from);

-- Sites that people may sign in to, beside those of the setting OIDC_CLIENTS.
-- owner: oidc
CREATE TABLE oidc_clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- JSON arrays.
  redirect_uris TEXT NOT NULL,
  sign_out_uris TEXT NOT NULL,
  -- SHA-256 of the secret; null for a client that cannot keep one.
  secret_hash TEXT,
  created_at INTEGER NOT NULL
) STRICT;

-- What one sign-in to a site gives: a code, and once that was exchanged, an access token. It goes with its session.
-- owner: oidc
CREATE TABLE oidc_grants (
  -- SHA-256 of the code.
  code_hash TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  code_challenge TEXT NOT NULL,
  scope TEXT NOT NULL,
  nonce TEXT,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  -- How and when the person had proved who they are, as the ID token says it.
  amr TEXT NOT NULL,
  authenticated_at INTEGER NOT NULL,
  -- Until when the code is good.
  expires_at INTEGER NOT NULL,
  -- Set when the code was exchanged, which happens once.
  used_at INTEGER,
  -- SHA-256 of the access token that it gave; null again where the code came a second time.
  token_hash TEXT UNIQUE,
  token_expires_at INTEGER
) STRICT;
CREATE INDEX oidc_grants_by_account ON oidc_grants (account_id);
CREATE INDEX oidc_grants_by_session ON oidc_grants (session_id);
CREATE INDEX oidc_grants_by_client ON oidc_grants (client_id);
CREATE INDEX oidc_grants_by_expiry ON oidc_grants (expires_at);

-- What was proved at `authenticated_at`, RFC 8176 names with spaces between: `amr` is all of the session's life. A token tells
-- another server of this, so that an app's code of last week never makes today's e-mailed one look stronger.
ALTER TABLE sessions ADD COLUMN last_amr TEXT;
