import * as v from "valibot";
import { clientId } from "../../shared/contract/oidc.ts";
import { isRedirectUri, type OidcClient } from "./rules.ts";

/** An address that a site may have people sent to. */
export const redirectUri = v.pipe(
  v.string(),
  v.check(
    isRedirectUri,
    "must be https (or http on 127.0.0.1, or an app's own scheme), without a fragment, written as a browser does",
  ),
);

/** What people read of a site. */
export const clientName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

const client = v.pipe(
  v.strictObject({
    id: v.message(clientId, "must be letters, digits, `.`, `_` and `-`, 64 at most"),
    name: clientName,
    redirectUris: v.pipe(v.array(redirectUri), v.minLength(1, "must hold an address")),
    signOutUris: v.optional(v.array(redirectUri), []),
    secretHash: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/, "must be SHA-256 in base64url"))),
  }),
  v.transform((read): OidcClient => ({ ...read, secretHash: read.secretHash ?? null })),
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
