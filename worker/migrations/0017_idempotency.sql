-- The answers of the last minutes, for who did not hear them and asks again with the same key (promise S15).
-- owner: idempotency
CREATE TABLE idempotency_keys (
  -- A MAC of the key and of the session, sign-in or set-up that sent it.
  id TEXT PRIMARY KEY,
  -- The same by the session that the answer began or renewed: its cookie may have come through although the rest did not.
  renewed_id TEXT,
  -- Which request carries it out: of several at once, one does.
  claimed_by TEXT NOT NULL,
  -- SHA-256 of the method, the address and the body.
  request TEXT NOT NULL,
  -- Status, headers and body, sealed by a key that is made from the request. Null while it is under way.
  answer TEXT,
  -- How many other requests came with the key.
  misuses INTEGER NOT NULL DEFAULT 0,
  begun_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX idempotency_keys_by_renewed_id ON idempotency_keys (renewed_id) WHERE renewed_id IS NOT NULL;
CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);
