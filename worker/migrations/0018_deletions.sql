-- An account that its owner deleted and that can be brought back until `ready_at` (promise S11).
-- owner: account
CREATE TABLE deletions (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ready_at INTEGER NOT NULL
) STRICT;
CREATE INDEX deletions_by_readiness ON deletions (ready_at);
