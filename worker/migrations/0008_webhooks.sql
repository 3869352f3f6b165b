-- Telling other people's servers what happens to accounts.

-- Where an operator wants to be told.
-- owner: webhook
CREATE TABLE webhook_endpoints (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  description TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Since when nothing has got through; null while all is well.
  failing_since INTEGER,
  disabled_at INTEGER,
  disabled_for TEXT CHECK (disabled_for IN ('operator', 'failing', 'gone'))
) STRICT;

-- What each of them wants to be told of, by the names of activity.
-- owner: webhook
CREATE TABLE webhook_subscriptions (
  event_type TEXT NOT NULL,
  endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
  PRIMARY KEY (event_type, endpoint_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_subscriptions_by_endpoint ON webhook_subscriptions (endpoint_id);

-- What deliveries are signed by. While one is being replaced, both sign.
-- owner: webhook
CREATE TABLE webhook_secrets (
  id TEXT PRIMARY KEY,
  endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
  sealed_secret TEXT NOT NULL,
  sealed_by TEXT GENERATED ALWAYS AS (substr(sealed_secret, 1, instr(sealed_secret, '.') - 1)) VIRTUAL,
  created_at INTEGER NOT NULL,
  -- Null for the one that is not being replaced.
  expires_at INTEGER
) STRICT;
CREATE INDEX webhook_secrets_by_endpoint ON webhook_secrets (endpoint_id);
CREATE INDEX webhook_secrets_by_sealing_key ON webhook_secrets (sealed_by, id);
CREATE INDEX webhook_secrets_by_expiry ON webhook_secrets (expires_at) WHERE expires_at IS NOT NULL;

-- One event for one endpoint: what is to be sent, and for 30 days what has become of it.
-- owner: webhook
CREATE TABLE webhook_deliveries (
  -- Also the header webhook-id, the same at each attempt.
  id TEXT PRIMARY KEY,
  endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  -- What it tells of; with the account its events go, and with them what would tell of them.
  event_seq INTEGER REFERENCES events (seq) ON DELETE CASCADE,
  -- A JSON object, where there is no event to read it from; null once it has been delivered.
  data TEXT,
  -- When it happened.
  at INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  -- Until then somebody has it in hand.
  leased_until INTEGER NOT NULL DEFAULT 0,
  last_attempt_at INTEGER,
  last_status INTEGER,
  last_problem TEXT
) STRICT;
CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, at, id);
CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (event_seq) WHERE event_seq IS NOT NULL;
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE status = 'waiting';
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (at);

-- 1 from the moment that an event happens until its deliveries have been made; null for what nobody wants to hear of.
ALTER TABLE events ADD COLUMN untold INTEGER;
CREATE INDEX events_untold ON events (seq) WHERE untold = 1;
