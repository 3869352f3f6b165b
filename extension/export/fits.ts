import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";

/** A program that accounts are exported for. */
export type Program = "aegis" | "two-fas" | "ente" | "google";

/** What 2FAS lets be chosen (its `OtpDigits` and `OtpPeriod`); any other number becomes one of these there, silently. */
const ofTwoFas = { digits: [5, 6, 7, 8], periods: [10, 30, 60, 90] };
/** What Google's export can say; it has no period at all. */
const ofGoogle = { digits: [6, 8], period: 30 };

/** Whether a program makes the same codes of a key. */
export function fits(program: Program, key: OtpKey): boolean {
  const hasPin = key.type === "motp" || key.type === "yandex";
  switch (program) {
    case "aegis":
      return true;
    case "ente":
      return !hasPin;
    case "two-fas":
      return (
        !hasPin &&
        ofTwoFas.digits.includes(key.digits) &&
        (key.type === "hotp" || ofTwoFas.periods.includes(key.period))
      );
    case "google":
      return (
        (key.type === "hotp" || (key.type === "totp" && key.period === ofGoogle.period)) &&
        ofGoogle.digits.includes(key.digits)
      );
  }
}

/** The entries that a program can have, and the names of those that it would make wrong codes of. */
export function sortByFit(
  program: Program | undefined,
  entries: readonly VaultEntry[],
): { fitting: VaultEntry[]; leftOut: string[] } {
  const isFit = ({ key }: VaultEntry) => program === undefined || fits(program, key);
  return {
    fitting: entries.filter(isFit),
    leftOut: entries.filter((entry) => !isFit(entry)).map((entry) => nameOf(entry)),
  };
}
