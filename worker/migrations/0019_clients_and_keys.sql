-- What real clients need: RS256 beside ES256, and what each site has of its own.

-- By which algorithm a key signs (RFC 7518 3.1).
ALTER TABLE signing_keys ADD COLUMN alg TEXT NOT NULL DEFAULT 'ES256';

-- JSON, as `clientOptions` of shared/contract/oidc.ts has it. Sites that were registered before go on as they were: their
-- software may know ES256 alone, and it sends PKCE already.
ALTER TABLE oidc_clients ADD COLUMN options TEXT NOT NULL DEFAULT '{"pkce":"required","idTokenSignedResponseAlg":"ES256"}';
