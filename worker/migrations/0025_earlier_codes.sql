-- The sign-in whose mailed code counts here too, because it was mailed a moment before; NULL for one with codes of its own.
-- owner: sign-in
ALTER TABLE sign_ins ADD COLUMN mailed_for TEXT;
