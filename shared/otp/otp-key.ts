/** What all keys of one-time codes have. */
interface KeyOfAnyType {
  /** Base32 (RFC 4648 section 6) in upper case, without padding. */
  secret: string;
  /** 6 to 10; letters, and 5 of them, for Steam. */
  digits: number;
  /** Who the codes are for, such as a site's name; may be empty. */
  issuer: string;
  /** Whose they are, such as an address; may be empty. */
  account: string;
}

export const algorithms = ["SHA1", "SHA256", "SHA512"] as const;
export type Algorithm = (typeof algorithms)[number];

/** A key of codes by time (RFC 6238); `period` in seconds. */
export interface TotpKey extends KeyOfAnyType {
  type: "totp";
  algorithm: Algorithm;
  period: number;
}

/** A key of codes by count (RFC 4226); `counter` is that of the next code. */
export interface HotpKey extends KeyOfAnyType {
  type: "hotp";
  algorithm: Algorithm;
  counter: number;
}

/** A key of Steam's codes by time: five letters and digits of an alphabet of its own, the rest as RFC 6238. */
export interface SteamKey extends KeyOfAnyType {
  type: "steam";
  algorithm: "SHA1";
  digits: 5;
  period: 30;
}

/** All that is fixed about Steam's codes. */
export const steamSettings: Pick<SteamKey, "algorithm" | "digits" | "period"> = {
  algorithm: "SHA1",
  digits: 5,
  period: 30,
};

/** A key of Mobile-OTP, whose codes depend on a PIN: six hexadecimal digits. The PIN is empty where it isn't known. */
export interface MotpKey extends KeyOfAnyType {
  type: "motp";
  algorithm: "MD5";
  digits: 6;
  period: 10;
  pin: string;
}

/** A key of Yandex.Key, whose codes depend on a PIN: eight letters. The PIN is empty where it isn't known. */
export interface YandexKey extends KeyOfAnyType {
  type: "yandex";
  algorithm: "SHA256";
  digits: 8;
  period: 30;
  pin: string;
}

/** All that is fixed about the codes of Mobile-OTP. */
export const motpSettings: Pick<MotpKey, "algorithm" | "digits" | "period"> = {
  algorithm: "MD5",
  digits: 6,
  period: 10,
};

/** All that is fixed about the codes of Yandex.Key. */
export const yandexSettings: Pick<YandexKey, "algorithm" | "digits" | "period"> = {
  algorithm: "SHA256",
  digits: 8,
  period: 30,
};

/** A key whose codes depend on a PIN. */
export type KeyWithPin = MotpKey | YandexKey;

/** A key whose codes change with time. */
export type TimedKey = TotpKey | SteamKey | KeyWithPin;

export type OtpKey = TimedKey | HotpKey;

/** Bounds of what is taken as a key; wide enough for every authenticator in use. */
export const otpLimits = {
  digits: { least: 6, most: 10 },
  period: { least: 1, most: 86_400 },
  /** In code units, each of issuer and account. */
  label: 256,
  /** In code units. */
  pin: 64,
  /** In base32 characters: 320 bytes. */
  secret: 512,
  /** Of a key as typed, or a link, in code units: more than the rest needs, so that nothing longer is looked at. */
  text: 16_384,
} as const;
