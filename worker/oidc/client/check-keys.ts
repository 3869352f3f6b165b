import type { OidcClientOptions } from "../../../shared/contract/oidc-client.ts";
import { refusalOfAddress } from "../../webhook/rules.ts";
import type { World } from "../../world.ts";

/** What is wrong with a site's options, as an answer says it. */
export interface RefusedField {
  path: string;
  message: string;
}

/**
 * What is wrong with what a site proves itself by, and with what follows from it; null where all is well. Keys are either
 * registered or published, at a public address that is not ours.
 */
export function problemOfKeys(
  { settings }: World,
  { isConfidential, options }: { isConfidential: boolean; options: OidcClientOptions },
): RefusedField | null {
  const { jwks, jwksUri, pkce } = options;
  if (jwks !== null && jwksUri !== null) return { path: "jwksUri", message: "expected jwks or jwksUri, not both" };
  if (!isConfidential) {
    if (jwks !== null) return { path: "jwks", message: "expected none, unless confidential is true" };
    if (jwksUri !== null) return { path: "jwksUri", message: "expected none, unless confidential is true" };
    if (pkce === "optional") return { path: "pkce", message: "expected required, without a secret" };
  }
  if (jwksUri === null) return null;
  const refusal =
    new URL(jwksUri).origin === settings.origin
      ? "must be the client's own"
      : refusalOfAddress(jwksUri, settings.webhooks);
  return refusal === null ? null : { path: "jwksUri", message: refusal };
}
