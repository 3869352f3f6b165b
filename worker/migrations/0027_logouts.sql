-- Telling sites that a session has ended (OpenID Connect Back-Channel Logout 1.0).

-- Who signed in to a site that wants to be told, one row for each session; once the session has ended, what became of telling.
-- owner: oidc
CREATE TABLE oidc_logouts (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  -- Without a reference: a site is told of an account that is gone too.
  account_id TEXT NOT NULL,
  -- The session, as ID tokens name it (`sid`).
  sid TEXT NOT NULL,
  -- The same while it lives. However a session ends, its row goes, and this becomes null with it: the site is to be told.
  session_id TEXT REFERENCES sessions (id) ON DELETE SET NULL,
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Times in milliseconds since 1970.
  next_attempt_at INTEGER NOT NULL DEFAULT 0,
  -- Until then somebody has it in hand.
  leased_until INTEGER NOT NULL DEFAULT 0,
  last_attempt_at INTEGER,
  last_status INTEGER,
  last_problem TEXT
) STRICT;
CREATE UNIQUE INDEX oidc_logouts_by_session ON oidc_logouts (session_id, client_id);
CREATE INDEX oidc_logouts_by_account ON oidc_logouts (account_id, client_id);
CREATE INDEX oidc_logouts_by_client ON oidc_logouts (client_id, last_attempt_at);
CREATE INDEX oidc_logouts_due ON oidc_logouts (next_attempt_at) WHERE session_id IS NULL AND status = 'waiting';
CREATE INDEX oidc_logouts_past ON oidc_logouts (last_attempt_at) WHERE status <> 'waiting';
