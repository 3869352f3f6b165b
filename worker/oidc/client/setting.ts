import * as v from "valibot";
import { clientId, clientName, clientOptions, redirectUri } from "../../../shared/contract/oidc-client.ts";
import { isConfidential, withOptions } from "../rules.ts";

const client = v.pipe(
  v.strictObject({
    id: v.message(clientId, "must be letters, digits, `.`, `_` and `-`, 64 at most"),
    name: clientName,
    redirectUris: v.pipe(v.array(redirectUri), v.minLength(1, "must hold an address")),
    signOutUris: v.optional(v.array(redirectUri), []),
    secretHash: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/, "must be SHA-256 in base64url"))),
    ...clientOptions,
  }),
  v.check(
    ({ secretHash = null, jwks, jwksUri, pkce }) =>
      isConfidential({ secretHash, jwks, jwksUri }) || pkce !== "optional",
    "must have a secretHash, or `pkce` cannot be optional",
  ),
  v.check(({ jwks, jwksUri }) => jwks === null || jwksUri === null, "must have jwks or jwksUri, not both"),
  v.transform((read) => withOptions({ ...read, secretHash: read.secretHash ?? null, earlierSecret: null }, read)),
);

/** The setting OIDC_CLIENTS: a JSON array of sites; none where nothing is set. */
export const clientsSetting = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text || "[]"),
    v.check((text) => parseJson(text) !== undefined, "must be JSON"),
    v.transform(parseJson),
    v.array(client),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, "must not hold one id twice"),
  ),
  "",
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
