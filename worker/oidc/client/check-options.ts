import type { OidcClientOptions } from "../../../shared/contract/oidc-client.ts";
import type { Settings } from "../../environment.ts";
import { refusalOfAddress } from "../../webhook/rules.ts";
import type { World } from "../../world.ts";

/** What is wrong with a site's options, as an answer says it. */
export interface RefusedField {
  path: string;
  message: string;
}

/**
 * What is wrong with the options of a site together; null where all is well. Keys are either registered or published, and
 * what the service calls is at a public address that is not ours.
 */
export function problemOfOptions(
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
  return (
    problemOfAddress(settings, "jwksUri", jwksUri) ??
    problemOfAddress(settings, "backChannelLogoutUri", options.backChannelLogoutUri)
  );
}

function problemOfAddress(settings: Settings, path: string, address: string | null): RefusedField | null {
  if (address === null) return null;
  const isOurs = new URL(address).origin === settings.origin;
  const refusal = isOurs ? "must be the client's own" : refusalOfAddress(address, settings.webhooks);
  return refusal === null ? null : { path, message: refusal };
}
