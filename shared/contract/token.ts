import * as v from "valibot";
import { timestamp } from "./timestamp.ts";

/** The name of a server that tokens are for: an address or a word, as its operator has put it into TOKEN_AUDIENCES. */
export const audienceName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.:/-]{0,199}$/));

export const tokenBody = v.object({ aud: audienceName });

/** A JWT for another server, and until when it is good. */
export const tokenAnswer = v.object({ token: v.string(), expiresAt: timestamp });
export type TokenAnswer = v.InferOutput<typeof tokenAnswer>;

const published = { kid: v.string(), use: v.literal("sig") };

/** The public keys that tokens are checked by: a JWK Set (RFC 7517). */
export const keySet = v.object({
  keys: v.array(
    v.variant("alg", [
      v.object({
        kty: v.literal("EC"),
        crv: v.literal("P-256"),
        x: v.string(),
        y: v.string(),
        alg: v.literal("ES256"),
        ...published,
      }),
      v.object({ kty: v.literal("RSA"), n: v.string(), e: v.string(), alg: v.literal("RS256"), ...published }),
    ]),
  ),
});
export type KeySet = v.InferOutput<typeof keySet>;
