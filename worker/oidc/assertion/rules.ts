import * as v from "valibot";
import { type ClientAlg, type ClientKey, clientAlgs } from "../../../shared/contract/client-key.ts";

/** What `client_assertion_type` says of an assertion that is a JWT (RFC 7523 2.2). */
export const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** How far the clock of a client may be off. */
export const skewSeconds = 60;

/** How far ahead an assertion may expire: until then it has to be remembered. */
export const longestSeconds = 3600;

const header = v.looseObject({ alg: v.picklist(clientAlgs), kid: v.optional(v.string()) });

const seconds = v.pipe(v.number(), v.safeInteger());

const claims = v.looseObject({
  iss: v.string(),
  sub: v.string(),
  aud: v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]),
  exp: v.number(),
  jti: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  iat: v.optional(seconds),
  nbf: v.optional(seconds),
});

/** An assertion as it was read, before anything of it is proved. */
export interface Assertion {
  header: v.InferOutput<typeof header>;
  claims: v.InferOutput<typeof claims>;
  /** What is signed, and the signature in base64url. */
  signed: string;
  signature: string;
}

/** Reads an assertion; null for what is none, or lacks a claim that it needs (OpenID Connect Core 9). */
export function readAssertion(text: string): Assertion | null {
  const [, head = "", body = "", signature = ""] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(text) ?? [];
  const readHeader = v.safeParse(header, parse(head));
  const readClaims = v.safeParse(claims, parse(body));
  if (!readHeader.success || !readClaims.success) return null;
  return { header: readHeader.output, claims: readClaims.output, signed: `${head}.${body}`, signature };
}

/**
 * Why the claims of an assertion do not prove a client, for its developer; null where they do (RFC 7523 3). Every audience
 * has to be one of `audiences`: one that names another service too may have been made for that one. `now` in milliseconds.
 */
export function assertionProblem(
  { claims: { iss, sub, aud, exp, iat, nbf } }: Assertion,
  { clientId, audiences, now }: { clientId: string; audiences: readonly string[]; now: number },
): string | null {
  const second = Math.floor(now / 1000);
  if (iss !== clientId || sub !== clientId) return "iss and sub of the client_assertion have to be the client_id.";
  if (![aud].flat().every((each) => audiences.includes(each)))
    return `aud of the client_assertion has to be ${audiences[0]}.`;
  if (exp <= second - skewSeconds) return "The client_assertion has expired.";
  if (exp > second + longestSeconds + skewSeconds) return "The client_assertion expires more than an hour from now.";
  if ([iat, nbf].some((since) => since !== undefined && since > second + skewSeconds))
    return "The client_assertion is of a time to come.";
  return null;
}

/** The keys that may have signed an assertion: of its `kid` where it names one, and of the kind of its algorithm. */
export function keysFor({ alg, kid }: Assertion["header"], keys: readonly ClientKey[]): ClientKey[] {
  const kty = kindOf(alg);
  const fitting = keys.filter((key) => key.kty === kty && (key.alg === undefined || key.alg === alg));
  return kid === undefined ? fitting : fitting.filter((key) => key.kid === undefined || key.kid === kid);
}

function kindOf(alg: ClientAlg): ClientKey["kty"] {
  return alg === "ES256" ? "EC" : "RSA";
}

function parse(part: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
