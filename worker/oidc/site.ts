import type { Site } from "../../shared/contract/oidc.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { findClient } from "./client/find.ts";

/** The site of a client, for the page that says whom somebody signs in to. */
export async function siteOfClient(world: World, clientId: string): Promise<Outcome<Site, "not_found">> {
  const client = await findClient(world, clientId);
  return client
    ? ok({ name: client.name, returnTo: null, ...(client.logoUri !== null && { logoUri: client.logoUri }) })
    : fail("not_found");
}

/**
 * The site of a page that somebody shall be sent back to. Only the origins of RETURN_ORIGINS are known, and the address is
 * handed back as the parser read it: what was checked is what is used.
 */
export function siteOfReturn({ settings }: World, address: string): Outcome<Site, "not_found"> {
  const url = URL.parse(address);
  const isAllowed =
    url !== null &&
    // `blob:https://shop.example/x` has the origin of the shop, and is no page of it.
    /^https?:$/.test(url.protocol) &&
    settings.returnOrigins.includes(url.origin) &&
    url.username === "" &&
    url.password === "";
  if (!isAllowed) return fail("not_found");
  return ok({ name: url.host, returnTo: url.href });
}
