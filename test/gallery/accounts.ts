import type { VaultEntry } from "../../extension/vault/entry.ts";
import type { OtpKey } from "../../shared/otp/otp-key.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const longIssuer = "Mutua de Previsión Social de los Trabajadores del Puerto de Valencia y sus Familias";
const longAccount = "maria.fernandez-oliveira.castellanos.de.la.torre@very-long-company-name.example";
const unbroken = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

const few: [issuer: string, account: string, more?: Partial<OtpKey>][] = [
  ["GitHub", "ana-lopez"],
  ["Cloudflare", "ops@example.com"],
  ["Fastmail", "ana@example.com"],
  ["Correos España", "ana.lopez.garcia@correo.example"],
  ["Steam", "ana_l", { type: "steam", digits: 5 } as Partial<OtpKey>],
  ["Eight digits", "ana@example.com", { digits: 8 }],
  ["Counted", "ana", { type: "hotp", counter: 3 } as Partial<OtpKey>],
];

/** A handful of codes as people have them. */
export const fewEntries = entriesOf(few);

/** The same with names longer than any room for them, ten digits, and many tags. */
export const longEntries: VaultEntry[] = entriesOf([
  [longIssuer, longAccount],
  [unbroken, unbroken, { digits: 10 }],
  ["", longAccount],
  ["", ""],
  [longIssuer, longAccount, { type: "hotp", counter: 0 } as Partial<OtpKey>],
  ...few,
]).map((entry, index) => ({
  ...entry,
  ...(index < 3 ? { tags: ["work", "a tag with a name that is longer than most", unbroken.slice(0, 60)] } : {}),
  ...(index === 0 ? { pinned: true as const } : {}),
}));

/** One hundred codes, the names of each fifth long. */
export const manyEntries = entriesOf(
  Array.from({ length: 100 }, (_, index) =>
    index % 5 === 4
      ? [`${index} ${longIssuer}`, longAccount]
      : [`Service ${String(index + 1).padStart(3, "0")}`, `ana+${index}@example.com`],
  ),
);

function entriesOf(named: [issuer: string, account: string, more?: Partial<OtpKey>][]): VaultEntry[] {
  return named.map(([issuer, account, more], index) => ({
    id: `entry-${index}`,
    addedAt: "2026-11-03T09:00:00.000Z",
    key: {
      type: "totp",
      secret: secretOf(index),
      issuer,
      account,
      algorithm: "SHA1",
      digits: 6,
      period: 30,
      ...more,
    } as OtpKey,
  }));
}

function secretOf(index: number): string {
  return Array.from({ length: 32 }, (_, at) => alphabet[(index * 7 + (at < 2 ? index >> 5 : at * 5)) % 32]).join("");
}
