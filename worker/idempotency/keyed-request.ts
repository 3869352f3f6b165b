import type { Context } from "hono";
import { toBase64Url } from "../crypto/base64.ts";
import { utf8 } from "../crypto/utf8.ts";
import type { House } from "../http/house.ts";
import { sessionToken } from "../http/session-carrier.ts";
import type { KeyedRequest } from "./answer.ts";

/** Members of a body that say whose request it is where there is no session: a sign-in, a set-up, a link. */
const subjects = ["signIn", "id", "link", "token"] as const;

/** What a request with the key is, and by which secret it comes. */
export async function keyedRequest(c: Context<House>, key: string): Promise<KeyedRequest> {
  const body = new Uint8Array(await c.req.raw.clone().arrayBuffer());
  return { key, credential: credentialOf(c, body), digest: await digestOf(c, body) };
}

function credentialOf(c: Context<House>, body: Uint8Array<ArrayBuffer>): string {
  const carried = sessionToken(c) ?? c.req.header("Authorization") ?? c.req.header("Latchkey-Sign-In");
  return carried ?? subjectOf(body);
}

function subjectOf(body: Uint8Array<ArrayBuffer>): string {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof parsed !== "object" || parsed === null) return "";
    const subject = Object.entries(parsed).find(([name]) => subjects.some((each) => each === name))?.[1];
    return typeof subject === "string" ? subject : "";
  } catch {
    return "";
  }
}

/** SHA-256, in base64url, of everything that makes a request another one. */
async function digestOf(c: Context<House>, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const head = utf8(`${c.req.method} ${pathname}${search}\n`);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", await new Blob([head, body]).arrayBuffer())));
}
