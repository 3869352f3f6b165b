-- What a site asked for claim by claim (OpenID Connect Core 5.5), and what its ID token says of `acr` where it insisted on one:
-- JSON, as worker/oidc/asked-claims.ts has it.
ALTER TABLE oidc_grants ADD COLUMN claims TEXT NOT NULL DEFAULT '{}';
