import { type TellableType, type WebhookType, webhookTypeOf } from "../../shared/contract/webhook.ts";
import { toBase64 } from "../crypto/base64.ts";
/** Endpoints that there may be at once. */
export const endpointLimit = 20;

/** Secrets have 256 bits; Standard Webhooks asks for 192 to 512. */
export const secretBytes = 32;

/** How long a replaced secret signs along. */
export const rotationHours = 24;

/** Replaced secrets of one endpoint that sign along at most: each is one more signature in every request. */
export const replacedSecretLimit = 3;

/** What a secret is shown as, by Standard Webhooks. */
export function formatSecret(bytes: Uint8Array<ArrayBuffer>): string {
  return `whsec_${toBase64(bytes)}`;
}

/** What a sealed secret is bound to: the envelope of one opens nowhere else. */
export function sealContext({ endpointId, secretId }: { endpointId: string; secretId: string }): string[] {
  return ["webhook", endpointId, secretId];
}

/**
 * Why an endpoint may not be at `address`, as a sentence's end; null where it may. With `publicOnly` an endpoint is at a
 * public name by https: an address in figures says nothing that a certificate could prove, and a name without a dot or
 * in a private zone is one that only somebody inside could mean. The parser has by then written every disguise of an
 * IPv4 address (`0x7f.1`, `2130706433`) in four decimal parts.
 */
export function refusalOfAddress(address: string, { publicOnly }: { publicOnly: boolean }): string | null {
  const { protocol, hostname, username, password, hash } = new URL(address);
  if (username !== "" || password !== "") return "must carry no user name or password";
  if (hash !== "") return "must end before the #";
  if (!publicOnly) return /^https?:$/.test(protocol) ? null : "must be http or https";
  if (protocol !== "https:") return "must be https";
  const name = hostname.replace(/\.$/, "");
  if (name.startsWith("[") || /^[\d.]+$/.test(name)) return "must be at a name, not at an IP address";
  if (!name.includes(".") || privateZones.test(name)) return "must be at a public name";
  return null;
}

/** Names that lead nowhere in public: RFC 6761, 6762, 8375 and 9476, what ICANN reserved, and what is used by habit. */
const privateZones =
  /\.(localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid|example|alt|onion|arpa)$/;

/** Our own names of what an endpoint subscribes to, in one order whatever theirs was. */
export function tellableTypes(types: readonly WebhookType[]): TellableType[] {
  const all = Object.keys(webhookTypeOf) as TellableType[];
  return all.filter((type) => types.includes(webhookTypeOf[type]));
}
