import { parseAddress } from "../../shared/parse-address.ts";

/**
 * The languages that a site asked for its visitor (`ui_locales`, OpenID Connect Core 3.1.2.1), the best first: of this
 * page's own address, or of the request that it leads back to.
 */
export function askedLocales(address: URL): string[] {
  const next = parseAddress(address.searchParams.get("next") ?? "", address.origin);
  const asked = address.searchParams.get("ui_locales") ?? next?.searchParams.get("ui_locales") ?? "";
  return asked.split(" ").filter((locale) => locale !== "");
}
