import { type Change, changeVault } from "../vault/change.ts";
import type { FilledSite } from "../vault/entry.ts";
import type { VaultPlace } from "../vault/place.ts";

/** Keeps with an account that its code goes into a site, sealed like all of it; what was pointed at before stays. */
export async function rememberSite(place: VaultPlace, now: Date, id: string, site: FilledSite): Promise<Change> {
  return await changeVault(place, now, (entries) => {
    const entry = entries.find((each) => each.id === id);
    const old = entry?.sites?.find(({ domain }) => domain === site.domain);
    if (!entry || (old && (site.mark === undefined || old.mark === site.mark))) return entries;
    const sites = [...(entry.sites ?? []).filter((each) => each !== old), { ...old, ...site }];
    return entries.map((each) => (each === entry ? { ...entry, sites } : each));
  });
}
