import { toBase64Url } from "./base64.ts";
import type { RandomBytes } from "./random.ts";
import { utf8 } from "./utf8.ts";

/** A bearer secret of 256 random bits in base64url, and the only form of it that is ever stored. */
export interface NewToken {
  token: string;
  hash: string;
}

/** Makes a token; the caller hands `token` out once and stores `hash`. */
export async function newToken(random: RandomBytes): Promise<NewToken> {
  const token = toBase64Url(random(32));
  return { token, hash: await hashToken(token) };
}

/** SHA-256 of a token, in base64url: enough for a secret of 256 bits, which nobody can search. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", utf8(token));
  return toBase64Url(new Uint8Array(digest));
}
