import * as v from "valibot";
import { fromBase64 } from "./crypto/base64.ts";

/** Words with spaces between. */
export const list = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.split(/\s+/).filter((part) => part !== "")),
  ),
  "",
);
/** 32 random bytes in base64. */
export const key = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9+/]{43}=$/, "must be base64 of 32 bytes"),
  v.transform((text) => fromBase64(text)),
);
/** A sealing key with its id, as `id:base64`. */
export const sealKey = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,32}:/, "must look like `id:base64`"),
  v.transform((text) => ({ id: text.slice(0, text.indexOf(":")), bytes: text.slice(text.indexOf(":") + 1) })),
  v.object({ id: v.string(), bytes: key }),
);
/** A key that codes are checked by: as a sealing key, or bare, as all were once. */
export const macKey = v.pipe(
  v.string(),
  v.regex(/^(?:[\w-]{1,32}:)?[A-Za-z0-9+/]{43}=$/, "must be base64 of 32 bytes, or `id:base64`"),
  v.transform((text) => ({
    id: text.includes(":") ? text.slice(0, text.indexOf(":")) : null,
    bytes: fromBase64(text.slice(text.indexOf(":") + 1)),
  })),
);
/** An origin, as browsers write it. */
export const origin = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    "must be an origin, as https://example.com, in small letters and without a path or a slash at the end",
  ),
);
/** Who mails come from. */
export const sender = v.pipe(
  v.string(),
  v.regex(
    /^(?:[^<>@\p{Cc}]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u,
    "must be an address, as security@example.com or Name <security@example.com>",
  ),
);
/** Where to report a weakness, as RFC 9116 has it: a URI. An e-mail address becomes one. */
export const contact = v.pipe(
  v.string(),
  v.regex(
    /^(?:https:\/\/|mailto:|tel:)\S+$|^[^\s<>@:]+@[^\s<>@:]+$/,
    "must be an e-mail address, or begin with https://, mailto: or tel:",
  ),
  v.transform((text) => (/^(?:https|mailto|tel):/.test(text) ? text : `mailto:${text}`)),
);
/** The address of a page that people are led to; null where it is missing or empty. */
export const pageAddress = v.pipe(
  v.optional(v.string(), ""),
  v.check(
    (text) => text === "" || (/^https?:\/\/[^\s@]+$/.test(text) && URL.canParse(text)),
    "must be the address of a page, as https://example.com/terms, or empty",
  ),
  v.transform((text) => (text === "" ? null : text)),
);
/** The address of an API. */
export const baseUrl = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^https?:/.test(text), "must be an address, as https://api.example.com"),
  v.check((text) => !text.endsWith("/"), "must not end in a slash"),
);
/** A number in quotes or, as TOML may have it, without. */
export const number = (ifMissing: number, minimum: number, maximum: number) =>
  v.optional(
    v.pipe(
      v.union([v.pipe(v.string(), v.minLength(1)), v.number()]),
      v.transform(Number),
      v.minValue(minimum),
      v.maxValue(maximum),
    ),
    ifMissing,
  );
/** A whole number. */
export const whole = (ifMissing: number, minimum: number, maximum: number) =>
  v.pipe(number(ifMissing, minimum, maximum), v.integer());
/** A number of days. */
export const days = (ifMissing: number, maximum: number, minimum = 1) => whole(ifMissing, minimum, maximum);
