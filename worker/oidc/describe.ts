import { clientAlgs } from "../../shared/contract/client-key.ts";
import { locales } from "../../shared/contract/locale.ts";
import type { Settings } from "../environment.ts";
import { signingAlgs } from "../signing-key/algorithm.ts";
import { personClaims } from "./asked-claims.ts";
import { prompts, scopes } from "./rules.ts";

/** How a client proves itself. */
const proofs = ["client_secret_basic", "client_secret_post", "private_key_jwt"];

/**
 * The discovery document (OpenID Connect Discovery 3, RFC 8414 2): where everything is, and all that there is. Clients of
 * OAuth alone read the same by another name.
 */
export function describeProvider({ origin }: Settings) {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/oidc/authorize`,
    token_endpoint: `${origin}/oidc/token`,
    userinfo_endpoint: `${origin}/oidc/userinfo`,
    end_session_endpoint: `${origin}/oidc/sign-out`,
    revocation_endpoint: `${origin}/oidc/revoke`,
    introspection_endpoint: `${origin}/oidc/introspect`,
    pushed_authorization_request_endpoint: `${origin}/oidc/par`,
    require_pushed_authorization_requests: false,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    jwks_uri: `${origin}/.well-known/jwks.json`,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: signingAlgs,
    token_endpoint_auth_methods_supported: [...proofs, "none"],
    token_endpoint_auth_signing_alg_values_supported: clientAlgs,
    revocation_endpoint_auth_methods_supported: [...proofs, "none"],
    revocation_endpoint_auth_signing_alg_values_supported: clientAlgs,
    introspection_endpoint_auth_methods_supported: proofs,
    introspection_endpoint_auth_signing_alg_values_supported: clientAlgs,
    code_challenge_methods_supported: ["S256"],
    scopes_supported: scopes,
    prompt_values_supported: prompts,
    acr_values_supported: ["aal1", "aal2"],
    claims_supported: ["sub", ...personClaims, "amr", "acr", "auth_time", "sid"],
    ui_locales_supported: locales,
    authorization_response_iss_parameter_supported: true,
    claims_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  };
}
