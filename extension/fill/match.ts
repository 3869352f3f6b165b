import { namesOf, type VaultEntry } from "../vault/entry.ts";
import { knownSites } from "./known-sites.ts";
import { siteOf } from "./site.ts";

/**
 * How an account and a site go together. `known`: the person said so before, or the issuer is that site. `likely`: the
 * names are alike and nothing speaks against it; anybody may register `name.xyz`, so it is asked once. `other`: not at all.
 */
export type Match = "known" | "likely" | "other";

/** An account that may be meant on a site. */
export interface Offer {
  entry: VaultEntry;
  match: Match;
}

/** The accounts that a site's code could be of, the surest first; within that as they were. */
export function offersFor(entries: VaultEntry[], site: string): Offer[] {
  const order: Match[] = ["known", "likely", "other"];
  return entries
    .map((entry) => ({ entry, match: matchOf(entry, site) }))
    .sort((one, other) => order.indexOf(one.match) - order.indexOf(other.match));
}

/** How an account and a site go together. */
export function matchOf(entry: VaultEntry, site: string): Match {
  if (entry.sites?.some(({ domain }) => domain === site)) return "known";
  const issuers = [...new Set([namesOf(entry).issuer, entry.key.issuer])].filter(Boolean);
  const domains = issuers.flatMap((issuer) => domainsOf(issuer) ?? []);
  if (domains.length > 0) return domains.includes(site) ? "known" : "other";
  // An account that has a site of its own by now is not meant on another that only sounds like it.
  if (entry.sites && entry.sites.length > 0) return "other";
  const [label = ""] = site.split(".");
  return issuers.some((issuer) => plainName(issuer) === plainName(label)) ? "likely" : "other";
}

/** The domains that an issuer stands for: those of a known one, or the one that it is itself. */
function domainsOf(issuer: string): readonly string[] | undefined {
  const name = plainName(issuer);
  if (Object.hasOwn(knownSites, name)) return knownSites[name];
  const host = issuer.trim().toLowerCase();
  if (host === "localhost" || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) {
    const site = siteOf(`https://${host}`);
    return site ? [site] : undefined;
  }
  return undefined;
}

/** A name without spaces, signs, accents and case. */
function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
