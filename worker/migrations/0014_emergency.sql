-- What ends everybody's sessions at one moment, however many there are.

-- One row. What began at this moment or before does not count: sessions, remembered browsers, sign-ins in progress and the
-- codes and tokens of other sites. The rows themselves are cleaned up later.
-- owner: session
CREATE TABLE session_epoch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  began_at INTEGER NOT NULL
) STRICT;
INSERT INTO session_epoch (id, began_at) VALUES (1, 0);

-- What a call was about, where that is no account: the id of a site, a webhook, an import or a key.
ALTER TABLE operator_calls ADD COLUMN target_id TEXT;
