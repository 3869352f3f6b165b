import * as v from "valibot";
import { parseAddress } from "../parse-address.ts";

/** Longest address of a client's server, in code units. */
const addressLimit = 1000;

const optionalText = v.optional(v.pipe(v.string(), v.maxLength(200)));

/** The members of any key that say which one it is; a key with a private part is refused. */
const anyKey = {
  kid: optionalText,
  use: v.optional(v.literal("sig")),
  alg: optionalText,
  d: v.optional(v.never()),
};

/** A public key by which a client proves itself (RFC 7517): RSA of 2048 to 8192 bits, or P-256. */
export const clientKey = v.variant("kty", [
  v.object({
    kty: v.literal("RSA"),
    // 2048 bits are 342 characters of base64url.
    n: v.pipe(v.string(), v.regex(/^[\w-]{342,1366}$/)),
    e: v.pipe(v.string(), v.regex(/^[\w-]{2,11}$/)),
    ...anyKey,
  }),
  v.object({
    kty: v.literal("EC"),
    crv: v.literal("P-256"),
    x: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
    y: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
    ...anyKey,
  }),
]);
export type ClientKey = v.InferOutput<typeof clientKey>;

/** Most keys of one client that are looked at. */
export const clientKeysAtMost = 10;

/** A client's keys, as it registers them. */
export const clientKeys = v.object({
  keys: v.pipe(v.array(clientKey), v.minLength(1), v.maxLength(clientKeysAtMost)),
});

/** An address that the service itself calls at a client's server. The service looks at it too: it has to be public. */
export const serverAddress = v.pipe(
  v.string(),
  v.maxLength(addressLimit),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || /^https?:$/.test(parseAddress(dataset.value)?.protocol ?? "")) return;
    const expected = "an https address, such as https://shop.example.com/jwks";
    addIssue({ expected, message: `must be ${expected}` });
  }),
);

/** The algorithms by which clients sign (RFC 7518 3.1). */
export const clientAlgs = ["RS256", "PS256", "ES256"] as const;
export type ClientAlg = (typeof clientAlgs)[number];
