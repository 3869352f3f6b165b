import type { Settings } from "../environment.ts";

/** Whom passkeys are for, and the pages that may ask for one. */
export interface RelyingParty {
  id: string;
  /** Exactly these, and nothing that merely resembles them. */
  origins: string[];
}

/**
 * The relying party of this service (WebAuthn L3 5.1.2): the service's own origin, those of the allow-list, and the
 * extensions of the allow-list under the address that their browser gives them.
 */
export function relyingParty({ passkeyRpId, origin, allowedOrigins, allowedExtensions }: Settings): RelyingParty {
  return { id: passkeyRpId, origins: [origin, ...allowedOrigins, ...allowedExtensions.map(extensionOrigin)] };
}

/** What `/.well-known/webauthn` answers: the other sites that may use the passkeys (WebAuthn L3 5.11). */
export function relatedOrigins({ origin, allowedOrigins }: Settings): { origins: string[] } {
  return { origins: [origin, ...allowedOrigins] };
}

/** Chrome's ids are 32 letters from a to p; Firefox gives each installation a UUID. */
function extensionOrigin(id: string): string {
  return `${/^[a-p]{32}$/.test(id) ? "chrome" : "moz"}-extension://${id}`;
}
