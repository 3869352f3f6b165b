import { type Algorithm, algorithms, otpLimits } from "./otp-key.ts";

/**
 * Whether a writer left a parameter out, in one of the ways writers do: not there, empty, or the word that their
 * language prints for nothing. The parameter then has its default.
 */
export function isLeftOut(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "string" && /^\s*(?:null|undefined|none)?\s*$/i.test(value);
}

/** The algorithm of a name as apps write it (`SHA-1`, `HmacSHA256`); SHA1 where it is left out. Undefined for any other. */
export function readAlgorithm(value: unknown): Algorithm | undefined {
  if (isLeftOut(value)) return "SHA1";
  const name = typeof value === "string" ? value.toUpperCase().replace(/[\s_-]/g, "") : "";
  return algorithms.find((algorithm) => algorithm === name.replace(/^HMAC/, ""));
}

/** The number of digits; 6 where it is left out. Undefined where it is out of bounds. */
export function readDigits(value: unknown): number | undefined {
  return wholeWithin(value, 6, otpLimits.digits);
}

/** The period in seconds; 30 where it is left out. Undefined where it is out of bounds. */
export function readPeriod(value: unknown): number | undefined {
  return wholeWithin(value, 30, otpLimits.period);
}

/** The counter of the next code; 0 where it is left out, as several writers do. Undefined where it is not exact. */
export function readCounter(value: unknown): number | undefined {
  return wholeWithin(value, 0, { least: 0, most: Number.MAX_SAFE_INTEGER });
}

/** A number or its decimal digits. Never bent into the bounds. */
function wholeWithin(
  value: unknown,
  leftOut: number,
  { least, most }: { least: number; most: number },
): number | undefined {
  if (isLeftOut(value)) return leftOut;
  const number = typeof value === "string" && /^\s*\d{1,16}\s*$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}
