-- The origins of a site's pages that may call the token endpoint and its neighbours from the browser (promise S6b).
-- owner: oidc
CREATE TABLE oidc_client_origins (
  origin TEXT NOT NULL,
  client_id TEXT NOT NULL REFERENCES oidc_clients (id) ON DELETE CASCADE,
  PRIMARY KEY (origin, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX oidc_client_origins_by_client ON oidc_client_origins (client_id);
