import { describe, expect, it } from "vitest";
import { type SteamKey, steamSettings } from "../../../shared/otp/otp-key.ts";
import { steamAlphabet, steamCode } from "../../../shared/otp/steam.ts";
import { timedCode } from "../../../shared/otp/timed-code.ts";

const key: SteamKey = {
  type: "steam",
  secret: "JRZCL47CMXVOQMNPZR2F7J4RGI",
  ...steamSettings,
  issuer: "",
  account: "",
};

/** Written down a second way, from RFC 4226 section 5.3 and Steam's alphabet, over the platform's own HMAC. */
async function expectedCode(seconds: number): Promise<string> {
  let bits = "";
  for (const letter of key.secret)
    bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  const hmac = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-1" }, false, ["sign"]);
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(Math.floor(seconds / 30)));
  const mac = new DataView(await crypto.subtle.sign("HMAC", hmac, message));
  let value = mac.getUint32(mac.getUint8(19) & 15) & 0x7fffffff;
  return Array.from({ length: 5 }, () => {
    const letter = "23456789BCDFGHJKMNPQRTVWXY"[value % 26];
    value = Math.trunc(value / 26);
    return letter;
  }).join("");
}

describe("steamCode", () => {
  it.each([0, 59, 1_111_111_109, 1_700_000_000, 20_000_000_000])("is Steam's at %i s", async (seconds) => {
    const code = steamCode(key, seconds * 1000);
    expect(code).toBe(await expectedCode(seconds));
    expect(timedCode(key, seconds * 1000)).toBe(code);
  });

  it("has letters that no one takes for another", () => {
    expect(new Set(steamAlphabet).size).toBe(26);
    expect(steamAlphabet).not.toMatch(/[01AEIOULSZ]/);
  });
});
