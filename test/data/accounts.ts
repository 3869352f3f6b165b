import type { HotpKey, OtpKey, SteamKey, TotpKey } from "../../shared/otp/otp-key.ts";

const usual = { type: "totp", algorithm: "SHA1", digits: 6, period: 30 } as const;

/** Made-up accounts, one of each kind of code; every export in `exports` holds those its format can express. */
export const plain: TotpKey = { ...usual, secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", issuer: "GitHub", account: "ana" };
export const unusual: TotpKey = {
  type: "totp",
  secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA",
  algorithm: "SHA256",
  digits: 8,
  period: 45,
  issuer: "Correos España",
  account: "josé@例え.jp",
};
export const longest: TotpKey = {
  type: "totp",
  secret: "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU",
  algorithm: "SHA512",
  digits: 10,
  period: 90,
  issuer: "Bank & Sons <x>",
  account: 'a "b" c',
};
export const nameless: TotpKey = { ...usual, secret: "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U", issuer: "", account: "ops" };
export const counted: HotpKey = {
  type: "hotp",
  secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
  algorithm: "SHA1",
  digits: 6,
  counter: 7,
  issuer: "VPN",
  account: "ana",
};
export const steam: SteamKey = {
  type: "steam",
  secret: "JRZCL47CMXVOQMNPZR2F7J4RGI",
  algorithm: "SHA1",
  digits: 5,
  period: 30,
  issuer: "Steam",
  account: "gamer",
};

export const all: OtpKey[] = [plain, unusual, longest, nameless, counted, steam];

/** What opens every sealed file in `exports`. */
export const password = "korrekt pferd ñ";
