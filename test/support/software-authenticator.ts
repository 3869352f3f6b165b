import { encode } from "cborg";
import type { AssertionResponse, PasskeyCreation, PasskeyRequest } from "../../shared/contract/passkey.ts";
import { fromBase64Url, toBase64Url } from "../../worker/crypto/base64.ts";
import { type AlgorithmName, type KeyPair, newKeyPair } from "./passkey-key.ts";

/** What is done otherwise than an honest browser and authenticator would. */
export interface Mischief {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  crossOrigin?: boolean;
  topOrigin?: string;
  userPresent?: boolean;
  userVerified?: boolean;
  backupEligible?: boolean;
  backedUp?: boolean;
  signCount?: number;
  userHandle?: string | null;
  /** Changes this after it was signed. */
  tamper?: "clientDataJSON" | "authenticatorData" | "signature";
  /** The statement that goes with a new credential: none, its own signature, or a certificate that nobody asked for. */
  attestation?: "none" | "self" | "self of another algorithm" | "certificate";
}

export interface AuthenticatorSettings {
  algorithm?: AlgorithmName;
  /** Whether it verifies its person. */
  verifies?: boolean;
  /** Whether its credentials can be found without their ids. */
  discoverable?: boolean;
  synced?: boolean;
  /** Whether it counts its signatures. */
  counts?: boolean;
  aaguid?: string;
}

/** An authenticator and its browser in one, for a single credential: small enough to do everything wrong, one thing at a time. */
export class SoftwareAuthenticator {
  readonly credentialId = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  signCount = 0;
  userHandle = "";

  readonly settings: Required<AuthenticatorSettings>;
  readonly key: KeyPair;

  private constructor(settings: Required<AuthenticatorSettings>, key: KeyPair) {
    this.settings = settings;
    this.key = key;
  }

  static async make(settings: AuthenticatorSettings = {}): Promise<SoftwareAuthenticator> {
    const { algorithm = "ES256", verifies = true, discoverable = true, synced = false, counts = true } = settings;
    const { aaguid = "00000000-0000-0000-0000-000000000000" } = settings;
    const whole = { algorithm, verifies, discoverable, synced, counts, aaguid };
    return new SoftwareAuthenticator(whole, await newKeyPair(algorithm));
  }

  /** What `navigator.credentials.create()` answers. */
  async create({ options }: PasskeyCreation, mischief: Mischief = {}) {
    this.userHandle = options.user.id;
    const clientData = clientDataOf("webauthn.create", options.challenge, mischief);
    const data = await this.#authenticatorData(mischief.rpId ?? options.rp.id, mischief, true);
    const statement = await this.#statement(mischief.attestation ?? "none", data, clientData);
    const attestationObject = encode({ ...statement, authData: data });
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: "public-key" as const,
      response: {
        clientDataJSON: toBase64Url(clientData),
        attestationObject: toBase64Url(new Uint8Array(attestationObject)),
        transports: [this.settings.synced ? "hybrid" : "usb"],
      },
      clientExtensionResults: { credProps: { rk: this.settings.discoverable } },
    };
  }

  /** What `navigator.credentials.get()` answers. */
  async get({ options }: PasskeyRequest, mischief: Mischief = {}): Promise<AssertionResponse> {
    const clientData = clientDataOf("webauthn.get", options.challenge, mischief);
    const data = await this.#authenticatorData(mischief.rpId ?? options.rpId, mischief, false);
    const signature = await this.key.sign(join(data, await sha256(clientData)));
    const signed = { clientDataJSON: clientData, authenticatorData: data, signature };
    if (mischief.tamper) tamper(signed[mischief.tamper]);
    const handle = this.settings.discoverable ? this.userHandle : null;
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: "public-key",
      response: {
        clientDataJSON: toBase64Url(signed.clientDataJSON),
        authenticatorData: toBase64Url(signed.authenticatorData),
        signature: toBase64Url(signed.signature),
        userHandle: mischief.userHandle === undefined ? handle : mischief.userHandle,
      },
    };
  }

  /** WebAuthn L3 6.1: the hash of the domain, the flags, the counter, and with a new credential its id and key. */
  async #authenticatorData(rpId: string, mischief: Mischief, isNew: boolean): Promise<Uint8Array<ArrayBuffer>> {
    const { verifies, synced, counts, aaguid } = this.settings;
    const { userPresent = true, userVerified = verifies, backupEligible = synced, backedUp = synced } = mischief;
    const bits = [userPresent, false, userVerified, backupEligible, backedUp, false, isNew];
    const flags = bits.reduce((sum, bit, at) => sum + (bit ? 1 << at : 0), 0);
    this.signCount = mischief.signCount ?? (counts ? this.signCount + 1 : 0);
    const count = new Uint8Array(4);
    new DataView(count.buffer).setUint32(0, this.signCount);
    const id = fromBase64Url(this.credentialId);
    const credential = [fromHex(aaguid.replaceAll("-", "")), Uint8Array.of(0, id.length), id, this.key.cose];
    const hash = await sha256(new TextEncoder().encode(rpId));
    return join(hash, Uint8Array.of(flags), count, ...(isNew ? credential : []));
  }

  async #statement(attestation: string, data: Uint8Array<ArrayBuffer>, clientData: Uint8Array<ArrayBuffer>) {
    if (attestation === "none") return { fmt: "none", attStmt: {} };
    const sig = await this.key.sign(join(data, await sha256(clientData)));
    const alg = attestation === "self of another algorithm" ? -257 : this.key.alg;
    const x5c = attestation === "certificate" ? { x5c: [Uint8Array.of(0x30, 0)] } : {};
    return { fmt: "packed", attStmt: { alg, sig, ...x5c } };
  }
}

function clientDataOf(type: string, asked: string, mischief: Mischief): Uint8Array<ArrayBuffer> {
  const { challenge = asked, origin = "http://localhost:8787", crossOrigin = false, topOrigin } = mischief;
  const data = { type: mischief.type ?? type, challenge, origin, crossOrigin, topOrigin };
  return new Uint8Array(new TextEncoder().encode(JSON.stringify(data)));
}

/** Changes the last byte's lowest bit; in client data that would be no JSON, so there a space is put in. */
function tamper(bytes: Uint8Array): void {
  if (bytes[0] === 0x7b) bytes.set(bytes.slice(0, -1).map((byte) => (byte === 0x38 ? 0x39 : byte)));
  else bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
}

/** The bytes of text in hexadecimal. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
