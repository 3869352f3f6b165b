-- What 'this wasn't me' suspends, and what was removed: kept for 30 days and given back if its owner says so (promise S10).

-- By which session, when and from where a method, a set of recovery codes or a remembered browser was added. A row goes
-- after 31 days: nothing older is ever disputed.
-- owner: set-aside
CREATE TABLE bindings (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- The id of what was added; of recovery codes, of which an account has one set, the kind.
  item_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  session_id TEXT NOT NULL,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  place TEXT,
  -- When its owner kept it after 'this wasn't me': then nothing disputes it again.
  kept_at INTEGER,
  PRIMARY KEY (account_id, kind, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bindings_by_age ON bindings (at);

-- Rows of other tables that count for nothing while they are here.
-- owner: set-aside
CREATE TABLE set_aside (
  -- That of the method, the browser or the reset.
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- 'suspended': added in the disputed time. 'removed': by anybody, disputed or not.
  state TEXT NOT NULL CHECK (state IN ('suspended', 'removed')),
  name TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  added_by TEXT,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  place TEXT,
  set_aside_at INTEGER NOT NULL,
  -- The session that removed it.
  removed_by TEXT,
  -- Null while nobody disputes it: then nobody is asked about it.
  disputed_at INTEGER,
  -- The row as JSON, its secrets sealed or hashed as they were.
  content TEXT NOT NULL,
  sealed_by TEXT GENERATED ALWAYS AS (
    substr(content ->> 'sealed_secret', 1, instr(content ->> 'sealed_secret', '.') - 1)) VIRTUAL,
  credential_id TEXT GENERATED ALWAYS AS (content ->> 'credential_id') VIRTUAL
) STRICT;
CREATE INDEX set_aside_by_account ON set_aside (account_id, kind);
CREATE INDEX set_aside_by_age ON set_aside (set_aside_at);
CREATE INDEX set_aside_by_sealing_key ON set_aside (sealed_by, id) WHERE sealed_by IS NOT NULL;
CREATE INDEX set_aside_by_credential ON set_aside (credential_id) WHERE credential_id IS NOT NULL;

-- An account about which somebody said 'this wasn't me', until everything set aside has been decided on.
-- owner: not-me
CREATE TABLE disputes (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  -- When the disputed time began.
  since INTEGER NOT NULL,
  disputed_at INTEGER NOT NULL,
  -- Whether two-factor authentication was on before it.
  two_factor_before INTEGER NOT NULL,
  -- Whether the address is another one than before.
  address_changed INTEGER NOT NULL
) STRICT;
CREATE INDEX disputes_by_age ON disputes (disputed_at);

-- What 'accept only passkeys' was before each change of it.
-- owner: account
CREATE TABLE passkeys_only_changes (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  session_id TEXT NOT NULL,
  was INTEGER NOT NULL
) STRICT;
CREATE INDEX passkeys_only_changes_by_account ON passkeys_only_changes (account_id, at);
CREATE INDEX passkeys_only_changes_by_age ON passkeys_only_changes (at);

-- The reset whose waiting password a sign-in in progress makes good; null for every other sign-in.
ALTER TABLE sign_ins ADD COLUMN reset_id TEXT;

-- The session that confirmed a change of address: what it added is disputed with the change (promise S10).
ALTER TABLE email_changes ADD COLUMN session_id TEXT;
