-- What operators of the service may do, and all that they did. Times are milliseconds since 1970 (UTC).

-- Keys of operators: a key is for a server, and never signs in as anybody.
-- owner: operator
CREATE TABLE operators (
  id TEXT PRIMARY KEY,
  -- Whose key it is: people read it in their activity.
  name TEXT NOT NULL,
  -- SHA-256 of the key.
  key_hash TEXT NOT NULL UNIQUE,
  -- With spaces between.
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- To the minute.
  last_used_at INTEGER,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

-- Every call by a key, refused ones too; a year of it is kept, whatever becomes of the key and of the account.
-- owner: operator
CREATE TABLE operator_calls (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Null where the key was nobody's.
  operator_id TEXT,
  -- The key's name then.
  operator TEXT NOT NULL,
  at INTEGER NOT NULL,
  method TEXT NOT NULL,
  -- As the worker has it, never as it was typed: `/v1/admin/people/:id`.
  route TEXT NOT NULL,
  -- Written with what was done; both stay null where nothing was.
  account_id TEXT,
  did TEXT,
  -- Null where no answer went out.
  status INTEGER,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL
) STRICT;
CREATE INDEX operator_calls_by_time ON operator_calls (at, seq);

-- Since when an operator keeps the account shut; null where it is open.
ALTER TABLE accounts ADD COLUMN disabled_at INTEGER;
CREATE INDEX accounts_by_creation ON accounts (created_at, id);

-- A person who was invited and has no password yet. Of several invitations the newest holds.
-- owner: account
CREATE TABLE invitations (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  -- The link that was mailed names it.
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invitations_by_expiry ON invitations (expires_at);

-- Two-factor authentication that an operator turns off for a person, after a wait in which the person can stop it.
-- owner: account
CREATE TABLE two_factor_resets (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  -- The link that stops it names it.
  id TEXT NOT NULL,
  -- The name of the operator who asked.
  operator TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ready_at INTEGER NOT NULL
) STRICT;
CREATE INDEX two_factor_resets_by_time ON two_factor_resets (ready_at);

-- For operators, who read across accounts; `events_by_age` serves them where no type is named.
CREATE INDEX events_by_type ON events (type, at);
