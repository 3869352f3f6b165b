-- Which key sealed a secret stands before the first dot of its envelope. The command that reseals after a new key
-- asks for those of an older one, and how many there are.
ALTER TABLE app_codes ADD COLUMN sealed_by TEXT
  GENERATED ALWAYS AS (substr(sealed_secret, 1, instr(sealed_secret, '.') - 1)) VIRTUAL;
CREATE INDEX app_codes_by_sealing_key ON app_codes (sealed_by, id);
