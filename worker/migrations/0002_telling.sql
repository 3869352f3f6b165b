-- What people are told about their accounts, and what they can look up.

-- What happened to an account; a year of it is kept. Never holds a secret, a code or a token.
-- owner: activity
CREATE TABLE events (
  -- Orders what was written at one moment.
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  place TEXT,
  -- A JSON object.
  detail TEXT NOT NULL,
  -- By these a browser is known again; see worker/activity/rules.ts.
  browser TEXT NOT NULL,
  network TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_account ON events (account_id, at, seq);
CREATE INDEX events_by_browser ON events (account_id, browser, type);
CREATE INDEX events_by_age ON events (at);

-- Mails that wait to be sent. A row goes when its mail has gone, with all that it said.
-- owner: mail
CREATE TABLE outbox (
  -- Also the idempotency key, the same at each try.
  id TEXT PRIMARY KEY,
  -- Null where the mail outlives the account.
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  -- Before then nobody takes it: somebody is sending it, or it failed and waits.
  next_try_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_account ON outbox (account_id);
CREATE INDEX outbox_by_next_try ON outbox (next_try_at);

-- From where a session was last used, for people to recognise it.
ALTER TABLE sessions ADD COLUMN ip TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN user_agent TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN place TEXT;
CREATE INDEX sessions_by_last_use ON sessions (last_used_at);

-- 'This wasn't me' links that were made before this moment are void: one of them was used, or the address changed.
ALTER TABLE accounts ADD COLUMN links_valid_from INTEGER NOT NULL DEFAULT 0;

-- A change of an account's address: asked for, then confirmed with a code, and for 7 days undone by a link.
-- owner: account
CREATE TABLE email_changes (
  -- The e-mail code that was sent for it has the same.
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  old_email TEXT NOT NULL,
  old_email_key TEXT NOT NULL,
  new_email TEXT NOT NULL,
  new_email_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Until when it can be confirmed.
  expires_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  undone_at INTEGER
) STRICT;
CREATE INDEX email_changes_by_account ON email_changes (account_id, created_at);
CREATE INDEX email_changes_by_age ON email_changes (created_at);

-- For the cleanup by the cron trigger.
CREATE INDEX app_codes_unconfirmed ON app_codes (expires_at) WHERE confirmed_at IS NULL;
