import { getDomain } from "tldts-experimental";

/**
 * The site of an address: its registrable domain by the public suffix list, private suffixes such as `github.io` included,
 * so that two owners are never one site. A host without one, such as `localhost`, is its own; undefined for what is no web page.
 */
export function siteOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.hostname;
}
