import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { fromBase64, toBase64 } from "../vault/base64.ts";
import type { PasskeyQuestion } from "./wrap.ts";

/** `not_given`: the person or the device said no. `no_prf`: this passkey cannot give a key (WebAuthn L3, PRF). */
export type PasskeyFailure = "not_given" | "no_prf";

/** Asks a passkey; its answer to one question is always the same 32 bytes, and never leaves this browser. */
export type AskPasskey = (question: PasskeyQuestion) => Promise<Outcome<Uint8Array<ArrayBuffer>, PasskeyFailure>>;

/** Bytes of what a passkey is asked. */
const questionBytes = 32;

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Whether this browser may have passkeys that give keys; sure is only what a passkey then does. */
export async function mayHavePasskeys(): Promise<boolean> {
  if (typeof PublicKeyCredential === "undefined") return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.();
  return capabilities?.["extension:prf"] !== false;
}

/** Has a passkey made for this extension, and answers the question that it is to be asked from now on. */
export async function makePasskey(name: string): Promise<Outcome<PasskeyQuestion, PasskeyFailure>> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: random(32),
    rp: { name: "Latchkey" },
    user: { id: random(16), name, displayName: name },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    extensions: { prf: {} },
  };
  const made = await navigator.credentials.create({ publicKey }).catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return fail("not_given");
  if (!made.getClientExtensionResults().prf?.enabled) return fail("no_prf");
  return ok({ credentialId: toBase64(new Uint8Array(made.rawId)), salt: toBase64(random(questionBytes)) });
}

/** Asks the passkey itself. */
export const askPasskey: AskPasskey = async ({ credentialId, salt }) => {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: random(32),
    allowCredentials: [{ type: "public-key", id: fromBase64(credentialId) }],
    userVerification: "required",
    extensions: { prf: { eval: { first: fromBase64(salt) } } },
  };
  const given = await navigator.credentials.get({ publicKey }).catch(() => null);
  if (!(given instanceof PublicKeyCredential)) return fail("not_given");
  const first = given.getClientExtensionResults().prf?.results?.first;
  if (!first) return fail("no_prf");
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  return ok(Uint8Array.from(bytes));
};
