import type { PushedAnswer } from "../../../shared/contract/oidc.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { newToken } from "../../crypto/token.ts";
import type { World } from "../../world.ts";
import { type RequestError, readRequest } from "../read-request.ts";
import { readTarget } from "../read-target.ts";
import { type OidcClient, pushedLifetimeSeconds, requestUriPrefix } from "../rules.ts";
import { insertPushed } from "./store.ts";

/** What proves the client, and is no part of its request. */
const proofs = ["client_secret", "client_assertion", "client_assertion_type"];

/**
 * Keeps a request to sign in that a client sends ahead (RFC 9126 2), if it can be carried out, and returns the name by which
 * a browser brings it: good for 90 seconds, for this client, and for one code.
 */
export async function pushRequest(
  world: World,
  client: OidcClient,
  form: URLSearchParams,
): Promise<Outcome<PushedAnswer, RequestError, { why: string }>> {
  const request = new URLSearchParams([...form].filter(([name]) => !proofs.includes(name)));
  request.set("client_id", client.id);
  if (request.has("request_uri")) return fail("invalid_request", { why: "request_uri must not be pushed." });
  const target = readTarget(client, request);
  if (!target.ok) return fail("invalid_request", { why: `${target.details.path} ${target.details.message}.` });
  const read = readRequest(request, client);
  if (!read.ok) return read;
  const { token, hash } = await newToken(world.random);
  const expiresAt = world.now + pushedLifetimeSeconds * 1000;
  await insertPushed(world.db, { hash, client_id: client.id, parameters: `${request}`, expires_at: expiresAt });
  return ok({ request_uri: `${requestUriPrefix}${token}`, expires_in: pushedLifetimeSeconds });
}
