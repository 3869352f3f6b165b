-- Whose try was counted last: what must follow a counted try in the same batch is guarded by it.
ALTER TABLE throttles ADD COLUMN taken_by TEXT;
-- When all of it is forgotten; null where only a right try makes forget.
ALTER TABLE throttles ADD COLUMN forgotten_at INTEGER;
CREATE INDEX throttles_by_end ON throttles (forgotten_at) WHERE forgotten_at IS NOT NULL;

-- Whom a code was meant for and from which network it was asked, as MACs: mails are counted by both (promise G4).
-- So a row is kept for an hour after it was made, whatever became of the code.
ALTER TABLE email_codes ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
ALTER TABLE email_codes ADD COLUMN network TEXT NOT NULL DEFAULT '';
CREATE INDEX email_codes_by_recipient ON email_codes (recipient, purpose, created_at);
CREATE INDEX email_codes_by_network ON email_codes (network, created_at);

-- When a password was reset by e-mail with two-factor on; cleared once another second step than e-mail was right.
ALTER TABLE passwords ADD COLUMN reset_at INTEGER;

-- A reset that somebody asked for and that waits for its mailed code. An unknown address has a row too.
-- owner: password
CREATE TABLE password_resets (
  id TEXT PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  -- As it was typed: the new password may not hold it, whether or not there is an account.
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX password_resets_by_account ON password_resets (account_id);
CREATE INDEX password_resets_by_email ON password_resets (email_key);
CREATE INDEX password_resets_by_expiry ON password_resets (expires_at);

-- The new password of a person whose only second step is e-mail: it takes the old one's place at the first sign-in
-- after `ready_at`, unless somebody stops it (promise S3).
-- owner: password
CREATE TABLE waiting_passwords (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ready_at INTEGER NOT NULL,
  -- The reset that it came from: the link that stops it names it.
  reset_id TEXT NOT NULL
) STRICT;

-- A browser that skips the second step of one account.
-- owner: device
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  -- SHA-256 of the token.
  token_hash TEXT NOT NULL UNIQUE,
  user_agent TEXT NOT NULL,
  place TEXT,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX devices_by_account ON devices (account_id);
CREATE INDEX devices_by_expiry ON devices (expires_at);
