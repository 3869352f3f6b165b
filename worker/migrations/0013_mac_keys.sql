-- Which key of MAC_KEY made a recovery code, by its id; empty for a key that has none. Nobody but the code's owner can put
-- it under a newer key, so whoever rotates has to know how many are left.
ALTER TABLE recovery_codes ADD COLUMN mac_by TEXT GENERATED ALWAYS AS (substr(mac, 1, instr(mac, '.') - 1)) VIRTUAL;
CREATE INDEX recovery_codes_by_mac_key ON recovery_codes (mac_by) WHERE used_at IS NULL;
