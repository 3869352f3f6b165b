import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { hashToken } from "../../crypto/token.ts";
import { always, type Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { askedAt } from "../asked.ts";
import { requestUriPrefix } from "../rules.ts";
import { deletePushed, findPushed, isPushed } from "./store.ts";

/** A request as a browser brought it: what it asks for, and the pushed one that says so, by its hash. */
export interface OpenedRequest {
  parameters: URLSearchParams;
  pushed: string | null;
}

/** Whether a request names one that was pushed, and nothing else that would be a `request_uri`. */
export function namesPushed(request: URLSearchParams): boolean {
  return request.getAll("request_uri").some((uri) => uri.startsWith(requestUriPrefix));
}

/**
 * What a request asks for: what was pushed alone, where it names that (RFC 9126 4), else what it says itself. `not_found`: no
 * such request was pushed by this client, or it has expired or got its code. One that made us ask somebody in time may take
 * as long as they do.
 */
export async function openRequest(
  world: World,
  request: URLSearchParams,
): Promise<Outcome<OpenedRequest, "not_found">> {
  if (!namesPushed(request)) return ok({ parameters: request, pushed: null });
  const [uri, ...others] = request.getAll("request_uri");
  const [clientId = "", ...otherClients] = request.getAll("client_id");
  if (uri === undefined || others.length > 0 || otherClients.length > 0) return fail("not_found");
  const hash = await hashToken(uri.slice(requestUriPrefix.length));
  const row = await findPushed(world.db, hash, clientId);
  if (!row) return fail("not_found");
  const isInTime = row.expires_at > world.now || (await askedAt(world, request)) !== null;
  return isInTime ? ok({ parameters: new URLSearchParams(row.parameters), pushed: hash }) : fail("not_found");
}

/** Holds while a request may still get its code: one that was pushed gets one. */
export function mayGetCode(pushed: string | null): Guard {
  return pushed === null ? always : isPushed(pushed);
}

/** Statements that use a request up while `guard` holds; none for one that was not pushed. */
export function useUpPushed({ db }: World, pushed: string | null, guard: Guard): D1PreparedStatement[] {
  return pushed === null ? [] : [deletePushed(db, pushed, guard)];
}
