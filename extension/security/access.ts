import { browser } from "wxt/browser";

/**
 * Whether the extension may call a service. Chrome sends the extension's own id along, which the service has on its
 * allow-list; Firefox gives every installation another one, so there it takes a permission for that one host.
 */
export async function hasAccess(service: string): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.contains(accessTo(service)));
}

/** Asks the person for that permission; to be called from a click. Answers whether it was given. */
export async function askForAccess(service: string): Promise<boolean> {
  return await browser.permissions.request(accessTo(service));
}

/** The permission for the host of a service. */
export function accessTo(service: string): { origins: string[] } {
  // A pattern has no port; it stands for all of them.
  const { protocol, hostname } = new URL(service);
  return { origins: [`${protocol}//${hostname}/*`] };
}
