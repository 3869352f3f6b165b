-- Links of mails that stand for a code nobody can guess: to reset a password, or to try one although others have tried
-- too often. An unknown address has a row too, of a link that nobody was sent.
-- owner: link
CREATE TABLE mailed_links (
  -- SHA-256 of the link's 256 random bits.
  hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  -- Whose mailbox it is, as a MAC: mails are counted by it.
  recipient TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  presses INTEGER NOT NULL DEFAULT 0,
  -- Set when it was used, or voided.
  ended_at INTEGER
) STRICT;
CREATE INDEX mailed_links_by_recipient ON mailed_links (recipient, purpose, created_at);
CREATE INDEX mailed_links_by_account ON mailed_links (account_id);
CREATE INDEX mailed_links_by_expiry ON mailed_links (expires_at);

-- A browser in which such a link was pressed: the password of one account is judged by a count of its own.
-- owner: sign-in
CREATE TABLE unlocks (
  -- SHA-256 of the token.
  hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX unlocks_by_account ON unlocks (account_id);
CREATE INDEX unlocks_by_expiry ON unlocks (expires_at);

-- From where an account has been signed in to: the last ten networks, as MACs of their /24 or /64.
-- owner: throttle
CREATE TABLE own_networks (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  network TEXT NOT NULL,
  last_used_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, network)
) STRICT;
CREATE INDEX own_networks_by_last_use ON own_networks (last_used_at);
