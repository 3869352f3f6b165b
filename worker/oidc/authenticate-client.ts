import { type Failure, fail, type Outcome, ok } from "../../shared/outcome.ts";
import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import { findClient } from "./client/find.ts";
import type { OidcClient } from "./rules.ts";

/** Who a site's server says it is, and the secret that it proves it by. */
interface Claim {
  id: string;
  /** As it may be meant; null for a client that has none. */
  secrets: string[] | null;
}

/**
 * The client that sends a form: by its secret in the header or in the form (RFC 6749 2.3.1), or without one where it is
 * registered without. `invalid_request`: it proves itself twice.
 */
export async function authenticateClient(
  world: World,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<Outcome<OidcClient, "invalid_client" | "invalid_request", { why: string }>> {
  const ofForm = claimOfForm(form);
  const ofHeader = authorization === undefined ? null : claimOfHeader(authorization);
  if (authorization !== undefined && !ofHeader)
    return refuse("invalid_client", "Authorization is not of the form Basic.");
  if (ofHeader && ofForm?.secrets)
    return refuse("invalid_request", "There is a client_secret in the header and the form.");
  if (ofHeader && ofForm && ofForm.id !== ofHeader.id) {
    return refuse("invalid_request", "client_id is another one than that of the header.");
  }
  const claim = ofHeader ?? ofForm;
  if (!claim) return refuse("invalid_client", "client_id is missing.");
  const client = await findClient(world, claim.id);
  if (!client) return refuse("invalid_client", "No client is registered by this client_id.");
  if (client.secretHash === null) {
    return claim.secrets ? refuse("invalid_client", "This client has no secret, and must not send one.") : ok(client);
  }
  if (!claim.secrets) return refuse("invalid_client", "client_secret is missing.");
  // The secret has 256 random bits, so its hash tells nothing by how long comparing it takes.
  const hashes = await Promise.all(claim.secrets.map(hashToken));
  const { secretHash, earlierSecret } = client;
  if (hashes.includes(secretHash)) return ok(client);
  const isEarlier = earlierSecret !== null && hashes.includes(earlierSecret.hash);
  if (!isEarlier) return refuse("invalid_client", "client_secret is wrong.");
  return earlierSecret.until > world.now ? ok(client) : refuse("invalid_client", "client_secret has been replaced.");
}

function claimOfForm(form: URLSearchParams): Claim | null {
  const id = form.get("client_id");
  const secret = form.get("client_secret");
  return id === null ? null : { id, secrets: secret === null ? null : [secret] };
}

function claimOfHeader(authorization: string): Claim | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(decodeBase64(encoded ?? "")) ?? [];
  if (id === undefined || secret === undefined) return null;
  // Some clients write both as they are (RFC 7617), and one with a `+` or a `%` in it reads otherwise then.
  return { id: formDecoded(id) ?? id, secrets: [secret, formDecoded(secret) ?? secret] };
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
