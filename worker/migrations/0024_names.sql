-- What people call their methods, browsers and themselves; NULL where they said nothing.
-- owner: device
ALTER TABLE devices ADD COLUMN name TEXT;
-- owner: email-code
ALTER TABLE email_methods ADD COLUMN name TEXT;
-- owner: account
ALTER TABLE accounts ADD COLUMN display_name TEXT;

-- The session that began a set-up, to which alone its key is shown again; NULL for those that were begun before this.
-- owner: app-code
ALTER TABLE app_codes ADD COLUMN begun_by TEXT;
