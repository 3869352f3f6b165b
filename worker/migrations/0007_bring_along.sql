-- People who had accounts elsewhere, brought along with their passwords' hashes and their authenticator apps.

-- Whether nobody has proved yet that the address is the person's: then the first sign-in asks for a code mailed to it.
ALTER TABLE accounts ADD COLUMN unproved INTEGER NOT NULL DEFAULT 0;

-- What an app computes its codes by; every one that is set up here has these.
ALTER TABLE app_codes ADD COLUMN algorithm TEXT NOT NULL DEFAULT 'SHA1';
ALTER TABLE app_codes ADD COLUMN period INTEGER NOT NULL DEFAULT 30;

-- A file of people that is taken chunk by chunk.
-- owner: bring-along
CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  -- SHA-256 of the file, by which it is gone on with; null where the caller named none.
  fingerprint TEXT,
  -- Whether addresses count as proved where their row says nothing.
  emails_verified INTEGER NOT NULL,
  -- Rows that were judged: the next chunk begins there, and no other is taken.
  rows_judged INTEGER NOT NULL DEFAULT 0,
  rows_added INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  UNIQUE (fingerprint, emails_verified)
) STRICT;
CREATE INDEX imports_by_age ON imports (created_at);

-- Rows that were not taken, each with its reason and nothing else of what it held.
-- owner: bring-along
CREATE TABLE refused_rows (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  -- From 1.
  row INTEGER NOT NULL,
  reason TEXT NOT NULL,
  field TEXT,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
