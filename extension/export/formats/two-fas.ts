import { formatOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { namesOf, type VaultEntry } from "../../vault/entry.ts";

const schemaVersion = 4;

/** The entries as a 2FAS backup that is not sealed. */
export function twoFasExport(entries: readonly VaultEntry[], now: Date, newId: () => string): string {
  return `${JSON.stringify(twoFasBackup(entries, now, newId))}\n`;
}

/** The entries as a backup of 2FAS. It has one group for an account, which is the first of its tags. */
export function twoFasBackup(entries: readonly VaultEntry[], now: Date, newId: () => string) {
  const groups = new Map<string, string>();
  for (const { tags = [] } of entries) {
    const [tag] = tags;
    if (tag !== undefined && !groups.has(tag)) groups.set(tag, newId());
  }
  const updatedAt = now.getTime();
  const services = entries.map((entry, position) => serviceOf(entry, position, updatedAt, groups));
  return {
    services,
    groups: [...groups].map(([name, id]) => ({ id, name, isExpanded: true, updatedAt })),
    updatedAt,
    schemaVersion,
    appVersionCode: 5000000,
    appVersionName: "5.0.0",
    appOrigin: "android",
  };
}

function serviceOf(entry: VaultEntry, position: number, updatedAt: number, groups: ReadonlyMap<string, string>) {
  const { key } = entry;
  const { issuer, account } = namesOf(entry);
  const groupId = groups.get(entry.tags?.[0] ?? "");
  return {
    name: issuer,
    secret: key.secret,
    updatedAt,
    otp: {
      link: formatOtpauthUri({ ...key, issuer, account }),
      label: account,
      account,
      issuer,
      digits: key.digits,
      ...(key.type === "hotp" ? { counter: key.counter } : { period: key.period }),
      algorithm: key.algorithm,
      tokenType: key.type.toUpperCase(),
      source: "Link",
    },
    order: { position },
    ...(groupId === undefined ? {} : { groupId }),
  };
}
