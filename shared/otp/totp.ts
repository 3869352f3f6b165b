import { hotpValue } from "./hotp-value.ts";
import type { TotpKey } from "./otp-key.ts";

/** The time step that `atMs` (milliseconds since 1970) lies in (RFC 6238 section 4.2). */
export function totpStep(atMs: number, period: number): number {
  return Math.floor(atMs / 1000 / period);
}

/** The code at `atMs`, milliseconds since 1970. */
export function totpCode(key: TotpKey, atMs: number): string {
  return codeOfStep(key, totpStep(atMs, key.period));
}

/** How long the code at `atMs` still holds, in seconds with their fraction: above 0, at most `period`. */
export function secondsLeft(period: number, atMs: number): number {
  return period - ((atMs / 1000) % period);
}

/**
 * The step whose code is `code`, of those no more than `window` steps from `atMs` (RFC 6238 section 5.2);
 * undefined when none is. Every candidate is compared, and each in full, so that time tells nothing.
 */
export function matchingTotpStep(key: TotpKey, code: string, atMs: number, window: number): number | undefined {
  const now = totpStep(atMs, key.period);
  let matching: number | undefined;
  for (let step = Math.max(0, now - window); step <= now + window; step++) {
    if (isSame(codeOfStep(key, step), code)) matching = step;
  }
  return matching;
}

function codeOfStep(key: TotpKey, step: number): string {
  return hotpValue({ ...key, counter: step });
}

function isSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}
