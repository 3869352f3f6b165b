-- Times are milliseconds since 1970 (UTC). Rows of an account go with it.

-- owner: account
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  -- One key for all spellings of an address; see worker/account/rules.ts.
  email_key TEXT NOT NULL UNIQUE,
  locale TEXT NOT NULL,
  preferred_method_id TEXT,
  created_at INTEGER NOT NULL
) STRICT;

-- An account that somebody asked for and has not proved the address of.
-- owner: account
CREATE TABLE sign_ups (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  locale TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_ups_by_expiry ON sign_ups (expires_at);

-- owner: password
CREATE TABLE passwords (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  -- A PHC string: algorithm, parameters, salt and hash.
  hash TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- owner: app-code
CREATE TABLE app_codes (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sealed_secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Until when it can be confirmed.
  expires_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  -- The newest TOTP step that was accepted; only later ones are.
  last_step INTEGER NOT NULL DEFAULT -1,
  last_used_at INTEGER
) STRICT;
CREATE INDEX app_codes_by_account ON app_codes (account_id);

-- The account's own address as a second factor.
-- owner: email-code
CREATE TABLE email_methods (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;

-- owner: email-code
CREATE TABLE email_codes (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  -- The one sign-up, sign-in, session or account that asked for it.
  subject TEXT NOT NULL,
  mac TEXT NOT NULL,
  tries_left INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- Set once the mail is on its way; a code nobody was sent is never right.
  sent_at INTEGER,
  -- Set when it was used, or a newer one took its place.
  ended_at INTEGER
) STRICT;
CREATE INDEX email_codes_by_subject ON email_codes (subject, purpose, created_at);
CREATE INDEX email_codes_by_expiry ON email_codes (expires_at);

-- owner: recovery-code
CREATE TABLE recovery_codes (
  mac TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX recovery_codes_by_account ON recovery_codes (account_id);

-- A right password that waits for its second step. Nothing here is a session.
-- owner: sign-in
CREATE TABLE sign_ins (
  -- SHA-256 of the one-time secret.
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  tries_left INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_ins_by_account ON sign_ins (account_id);
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

-- owner: session
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  -- SHA-256 of the token.
  token_hash TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  aal INTEGER NOT NULL,
  -- What was proved, RFC 8176 names with spaces between.
  amr TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  authenticated_at INTEGER NOT NULL,
  second_factor_at INTEGER,
  elevated_until INTEGER
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- owner: throttle
CREATE TABLE throttles (
  key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  blocked_until INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
