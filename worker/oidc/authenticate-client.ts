import { type Failure, fail, type Outcome, ok } from "../../shared/outcome.ts";
import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import { acceptAssertion } from "./assertion/accept.ts";
import { type Assertion, assertionType, readAssertion } from "./assertion/rules.ts";
import { findClient } from "./client/find.ts";
import { isConfidential, type OidcClient } from "./rules.ts";

/** Who a site's server says it is, and what it proves it by. */
interface Claim {
  id: string;
  /** Secrets as they may be meant, or an assertion; null for a client that has none. */
  proof: string[] | Assertion | null;
}

/** What a site's server sends: a form, perhaps with the header `Authorization`, to the endpoint at `path`. */
export interface ClientRequest {
  form: URLSearchParams;
  authorization: string | undefined;
  path: string;
}

type Refused = Failure<"invalid_client" | "invalid_request", { why: string }>;

/**
 * The client that sends a form: by its secret in the header or in the form (RFC 6749 2.3.1), by an assertion that its key
 * has signed (RFC 7523), or without either where it is registered without. An assertion is good for once, unless
 * `usesUp` is false. `invalid_request`: it proves itself twice.
 */
export async function authenticateClient(
  world: World,
  request: ClientRequest,
  { usesUp } = { usesUp: true },
): Promise<Outcome<OidcClient, "invalid_client" | "invalid_request", { why: string }>> {
  const claim = readClaim(request);
  if (!claim.ok) return claim;
  const { id, proof } = claim.value;
  const client = await findClient(world, id);
  if (!client) return refuse("invalid_client", "No client is registered by this client_id.");
  if (proof === null) {
    if (!isConfidential(client)) return ok(client);
    const what = client.secretHash === null ? "client_assertion" : "client_secret";
    return refuse("invalid_client", `${what} is missing.`);
  }
  if (Array.isArray(proof)) return bySecret(world, client, proof);
  const accepted = await acceptAssertion(world, client, proof, { path: request.path, usesUp });
  return accepted.ok ? ok(client) : accepted;
}

async function bySecret(
  world: World,
  client: OidcClient,
  secrets: readonly string[],
): Promise<Outcome<OidcClient, "invalid_client", { why: string }>> {
  const { secretHash, earlierSecret } = client;
  if (secretHash === null) return refuse("invalid_client", "This client has no secret, and must not send one.");
  // The secret has 256 random bits, so its hash tells nothing by how long comparing it takes.
  const hashes = await Promise.all(secrets.map(hashToken));
  if (hashes.includes(secretHash)) return ok(client);
  const isEarlier = earlierSecret !== null && hashes.includes(earlierSecret.hash);
  if (!isEarlier) return refuse("invalid_client", "client_secret is wrong.");
  return earlierSecret.until > world.now ? ok(client) : refuse("invalid_client", "client_secret has been replaced.");
}

/** Reads who sends a form; one way of proving it, and one name. */
function readClaim({ form, authorization }: ClientRequest): Outcome<Claim, Refused["code"], Refused["details"]> {
  const ofHeader = authorization === undefined ? null : claimOfHeader(authorization);
  if (authorization !== undefined && !ofHeader)
    return refuse("invalid_client", "Authorization is not of the form Basic.");
  const ofAssertion = claimOfAssertion(form);
  if (ofAssertion && !ofAssertion.ok) return ofAssertion;
  const ofSecret = claimOfForm(form);
  if (ofHeader && ofSecret?.proof)
    return refuse("invalid_request", "There is a client_secret in the header and the form.");
  if (ofAssertion && (ofHeader || ofSecret?.proof))
    return refuse("invalid_request", "There is a client_secret beside the client_assertion.");
  const claim = ofHeader ?? ofAssertion?.value ?? ofSecret;
  if (!claim) return refuse("invalid_client", "client_id is missing.");
  if (ofSecret && ofSecret.id !== claim.id) {
    const where = ofHeader ? "header" : "client_assertion";
    return refuse("invalid_request", `client_id is another one than that of the ${where}.`);
  }
  return ok(claim);
}

/** RFC 7523 2.2; null where the form has no assertion. */
function claimOfAssertion(form: URLSearchParams): Outcome<Claim, Refused["code"], Refused["details"]> | null {
  const [type, text] = [form.get("client_assertion_type"), form.get("client_assertion")];
  if (type === null && text === null) return null;
  if (type !== assertionType) return refuse("invalid_request", `client_assertion_type has to be ${assertionType}.`);
  const assertion = text === null ? null : readAssertion(text);
  if (!assertion) {
    const why = "client_assertion has to be a JWT by RS256, PS256 or ES256 with iss, sub, aud, exp and jti.";
    return refuse("invalid_client", why);
  }
  return ok({ id: assertion.claims.sub, proof: assertion });
}

function claimOfForm(form: URLSearchParams): Claim | null {
  const id = form.get("client_id");
  const secret = form.get("client_secret");
  return id === null ? null : { id, proof: secret === null ? null : [secret] };
}

function claimOfHeader(authorization: string): Claim | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(decodeBase64(encoded ?? "")) ?? [];
  if (id === undefined || secret === undefined) return null;
  // Some clients write both as they are (RFC 7617), and one with a `+` or a `%` in it reads otherwise then.
  return { id: formDecoded(id) ?? id, proof: [secret, formDecoded(secret) ?? secret] };
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

/** RFC 6749 2.3.1: both parts are encoded as in a form; null for what is not. */
function formDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

function refuse<const Code extends string>(code: Code, why: string): Failure<Code, { why: string }> {
  return fail(code, { why });
}
