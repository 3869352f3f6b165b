import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import { findClient } from "./client/find.ts";
import type { OidcClient } from "./rules.ts";

/** Who a site's server says it is, and the secret that it proves it by. */
interface Claim {
  id: string;
  /** null for a client that has none. */
  secret: string | null;
}

/**
 * The client that sends a form: by its secret in the header or in the form (RFC 6749 2.3.1), or without one where it is
 * registered without. `invalid_request`: it proves itself twice.
 */
export async function authenticateClient(
  world: World,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<Outcome<OidcClient, "invalid_client" | "invalid_request">> {
  const ofForm = claimOfForm(form);
  const ofHeader = authorization === undefined ? null : claimOfHeader(authorization);
  if (authorization !== undefined && !ofHeader) return fail("invalid_client");
  if (ofHeader && (ofForm?.secret || (ofForm && ofForm.id !== ofHeader.id))) return fail("invalid_request");
  const claim = ofHeader ?? ofForm;
  const client = claim && (await findClient(world, claim.id));
  if (!client) return fail("invalid_client");
  // The secret has 256 random bits, so its hash tells nothing by how long comparing it takes.
  const hash = claim.secret === null ? null : await hashToken(claim.secret);
  return hash === client.secretHash ? ok(client) : fail("invalid_client");
}

function claimOfForm(form: URLSearchParams): Claim | null {
  const id = form.get("client_id");
  return id === null ? null : { id, secret: form.get("client_secret") };
}

function claimOfHeader(authorization: string): Claim | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  try {
    const [id, secret, ...rest] = atob(encoded ?? "").split(":");
    if (id === undefined || secret === undefined || rest.length > 0) return null;
    return { id: formDecoded(id), secret: formDecoded(secret) };
  } catch {
    return null;
  }
}

/** RFC 6749 2.3.1: both parts are encoded as in a form. Throws on what is not. */
function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
