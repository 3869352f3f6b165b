import { toBase64 } from "../../crypto/base64.ts";
import { utf8 } from "../../crypto/utf8.ts";
/** The headers of one attempt, by Standard Webhooks. */
export interface SignedHeaders {
  "webhook-id": string;
  "webhook-timestamp": string;
  "webhook-signature": string;
}

/** Signs a body by each secret: HMAC-SHA256 over id, time of the attempt and body, with full stops between them. */
export async function signDelivery(
  secrets: readonly Uint8Array<ArrayBuffer>[],
  { id, now, body }: { id: string; now: number; body: string },
): Promise<SignedHeaders> {
  const timestamp = String(Math.floor(now / 1000));
  const message = utf8(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(secrets.map((secret) => signatureOf(secret, message)));
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

async function signatureOf(secret: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, message));
  return `v1,${toBase64(mac)}`;
}
