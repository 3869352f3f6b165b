import { originOf } from "./origin.ts";
import { readManaged } from "./storage.ts";

/** What an organisation sets for the browsers it manages; without one everything is the person's choice. */
export interface OrganisationRules {
  /** Codes are kept under a passphrase, or not at all. */
  passphraseRequired: boolean;
  /** The longest time without use before the codes lock, in minutes. */
  longestLockMinutes?: number;
  /** The origin of the service for who has set none. */
  serviceAddress?: string;
  exportAllowed: boolean;
}

/** The rules that the browser's administrator has set, if any; docs/organizations.md says how. */
export async function readOrganisationRules(): Promise<OrganisationRules> {
  return organisationRules(await readManaged());
}

/** The rules in what was set. A rule that is none of the form that it should have is not followed. */
export function organisationRules(managed: Record<string, unknown>): OrganisationRules {
  const { passphraseRequired, longestLockMinutes, serviceAddress, exportAllowed } = managed;
  const isMinutes = Number.isInteger(longestLockMinutes) && Number(longestLockMinutes) >= 1;
  const origin = typeof serviceAddress === "string" ? originOf(serviceAddress) : undefined;
  return {
    passphraseRequired: passphraseRequired === true,
    exportAllowed: exportAllowed !== false,
    ...(isMinutes ? { longestLockMinutes: Number(longestLockMinutes) } : {}),
    ...(origin === undefined ? {} : { serviceAddress: origin }),
  };
}
