import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { inject } from "vitest";
import type { NextAnswer, ReceivedDelivery } from "./receiver-server.ts";
import type { Service } from "./service.ts";

/** A key pair of a client, as its server has it. */
export interface KeyOfClient {
  alg: string;
  kid: string;
  privateKey: CryptoKey;
  /** Its public half. */
  jwk: Record<string, unknown>;
}

/** Draws a key pair. */
export async function drawClientKey(alg = "ES256", kid: string = crypto.randomUUID()): Promise<KeyOfClient> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" } };
}

/** An assertion of a client for the token endpoint, as a library makes it, with what a test has otherwise. */
export function assertionOf(
  service: Service,
  clientId: string,
  key: KeyOfClient,
  changed: JWTPayload = {},
): Promise<string> {
  const second = Math.floor(service.now / 1000);
  const claims = { iss: clientId, sub: clientId, aud: service.origin, iat: second, exp: second + 60 };
  return new SignJWT({ ...claims, jti: crypto.randomUUID(), ...changed })
    .setProtectedHeader({ alg: key.alg, kid: key.kid })
    .sign(key.privateKey);
}

/** Such an assertion in the parameters that carry it. */
export async function provedBy(
  service: Service,
  clientId: string,
  key: KeyOfClient,
  changed: JWTPayload = {},
): Promise<Record<string, string>> {
  return {
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await assertionOf(service, clientId, key, changed),
  };
}

/** An address of a client's server, which answers what it is told to. */
export class KeyAddress {
  readonly #place = crypto.randomUUID();
  readonly url = `${inject("receiverAddress")}/${this.#place}`;

  /** Says what the next requests get. */
  async answers(...script: NextAnswer[]): Promise<void> {
    await fetch(`${inject("receiverAddress")}/__next/${this.#place}`, { method: "PUT", body: JSON.stringify(script) });
  }

  /** What came, the oldest first. */
  async received(): Promise<ReceivedDelivery[]> {
    return (await fetch(`${inject("receiverAddress")}/__received/${this.#place}`)).json();
  }

  /** How often it was asked. */
  async asked(): Promise<number> {
    return (await this.received()).length;
  }
}

/** A set of public keys as an address returns it. */
export function keySet(...keys: object[]): NextAnswer {
  return { status: 200, text: JSON.stringify({ keys }) };
}
