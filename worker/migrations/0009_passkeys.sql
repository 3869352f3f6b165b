-- Passkeys: credentials of WebAuthn Level 3, as a second factor and, where they can, in place of the password.

-- owner: passkey
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  -- The authenticator's own id, base64url: no two accounts have the same (WebAuthn L3 7.1, step 26).
  credential_id TEXT NOT NULL UNIQUE,
  -- A COSE key, base64url. It is public: nothing here is a secret.
  public_key TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  -- A JSON array, as the browser named them.
  transports TEXT NOT NULL,
  -- Whether it may be copied to other devices of its owner; never changes.
  backup_eligible INTEGER NOT NULL,
  backed_up INTEGER NOT NULL,
  -- Whether its authenticator has verified the person, when it was made or beside the password since.
  user_verified INTEGER NOT NULL,
  -- Whether it can be found without its id; null where the browser did not say.
  discoverable INTEGER,
  aaguid TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- What an authenticator is asked to sign, once.
-- owner: passkey
CREATE TABLE passkey_challenges (
  id TEXT PRIMARY KEY,
  -- SHA-256 of the challenge.
  hash TEXT NOT NULL,
  purpose TEXT NOT NULL,
  -- The one session or sign-in in progress that asked for it; empty for a sign-in without a password.
  subject TEXT NOT NULL,
  -- Whose it is, where that is known.
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX passkey_challenges_by_subject ON passkey_challenges (subject, purpose);
CREATE INDEX passkey_challenges_by_account ON passkey_challenges (account_id);
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);

-- 'Ask for nothing weaker': codes of apps and e-mails neither sign in nor step up. Only ever 1 while there is a passkey.
ALTER TABLE accounts ADD COLUMN passkeys_only INTEGER NOT NULL DEFAULT 0;
