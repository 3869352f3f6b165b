-- Mails that are counted, gathered into one, sent at a pace, and that wait with a code.

-- What is kept of a mail for a day once it has gone, so that it counts: whose it was and of what kind (promise G7).
-- `mailbox` is a MAC of the address without its +tag.
ALTER TABLE outbox ADD COLUMN mailbox TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN sent_at INTEGER;
-- News that were too many for a mail each: a JSON object of what happened, the same once. `gathers` names whose news
-- the row takes, until it is sent.
ALTER TABLE outbox ADD COLUMN news TEXT;
ALTER TABLE outbox ADD COLUMN gathers TEXT;
-- A mail with a code or a link that the provider refused for its rate: its letter sealed, sent before news, and not once
-- it has expired, or its code or invitation is void.
ALTER TABLE outbox ADD COLUMN sealed TEXT;
ALTER TABLE outbox ADD COLUMN is_urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN expires_at INTEGER;
ALTER TABLE outbox ADD COLUMN code_id TEXT;
ALTER TABLE outbox ADD COLUMN invited_id TEXT;
ALTER TABLE outbox ADD COLUMN invitation_id TEXT;

DROP INDEX outbox_by_account;
CREATE INDEX outbox_by_account ON outbox (account_id, created_at);
CREATE INDEX outbox_by_mailbox ON outbox (mailbox, created_at) WHERE mailbox <> '';
DROP INDEX outbox_by_next_try;
CREATE INDEX outbox_by_next_try ON outbox (is_urgent, next_try_at) WHERE sent_at IS NULL;
CREATE INDEX outbox_by_sending ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE UNIQUE INDEX outbox_by_gathering ON outbox (gathers) WHERE gathers IS NOT NULL;

-- Codes count by mailbox too, so that +tags of one mailbox get no more than it.
ALTER TABLE email_codes ADD COLUMN mailbox TEXT NOT NULL DEFAULT '';
CREATE INDEX email_codes_by_mailbox ON email_codes (mailbox, purpose, created_at) WHERE mailbox <> '';
