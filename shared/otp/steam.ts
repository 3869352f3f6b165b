import { hotpValue } from "./hotp-value.ts";
import { type SteamKey, steamSettings } from "./otp-key.ts";
import { totpStep } from "./totp.ts";

/** The 26 characters of Steam's codes, in the order of their value; none can be taken for another. */
export const steamAlphabet = "23456789BCDFGHJKMNPQRTVWXY";

/** Ten digits hold all 31 bits of a truncated HMAC (RFC 4226 section 5.3), which Steam spells in its own alphabet. */
const digitsOfAll31Bits = 10;

/** Steam's code at `atMs`, milliseconds since 1970: five characters, the least of the value first. */
export function steamCode({ secret }: SteamKey, atMs: number): string {
  const counter = totpStep(atMs, steamSettings.period);
  const { algorithm, digits } = steamSettings;
  let value = Number(hotpValue({ secret, algorithm, digits: digitsOfAll31Bits, counter }));
  let code = "";
  for (let place = 0; place < digits; place++) {
    code += steamAlphabet[value % steamAlphabet.length];
    value = Math.floor(value / steamAlphabet.length);
  }
  return code;
}
