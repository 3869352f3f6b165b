import { nextPage } from "./next-page.ts";
import { client } from "./page-client.ts";

/** Where somebody goes after signing in. */
export interface Destination {
  address: string;
  /** The site that sent them here, by its name; null where they only come to this one. */
  site: string | null;
  /** The e-mail that the site knows them by, if it says so. */
  email: string;
}

/**
 * Where the address of a page of ours leads on to: the page of another site in `?return_to=`, if the service's settings
 * allow it, else the page of this one in `?next=`, which may be a site's request to sign in.
 */
export async function findDestination(address: URL): Promise<Destination> {
  const returnTo = address.searchParams.get("return_to");
  if (returnTo !== null) {
    const found = await client.site.ofReturn(returnTo);
    if (found.ok && found.value.returnTo !== null) {
      return { address: found.value.returnTo, site: found.value.name, email: "" };
    }
  }
  const next = nextPage(address);
  const request = new URL(next, address.origin);
  const clientId = request.pathname === "/oidc/authorize" ? request.searchParams.get("client_id") : null;
  const site = clientId === null ? null : await client.site.ofClient(clientId);
  const email = clientId === null ? "" : (request.searchParams.get("login_hint") ?? "");
  return { address: next, site: site?.ok ? site.value.name : null, email };
}
