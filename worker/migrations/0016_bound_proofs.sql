-- When what a session proved last came to belong to the account: of a method, when it was added; of the password alone, when
-- the last method was removed. It proves nothing about what began to wait before that (promise S11). 0: longer ago than is known.
ALTER TABLE sessions ADD COLUMN proof_bound_at INTEGER NOT NULL DEFAULT 0;
