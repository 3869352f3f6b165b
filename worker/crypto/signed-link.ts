import { sameText } from "./constant-time.ts";
import { type MacKey, type MacKeys, rawMac } from "./mac.ts";

/** What a link lets its holder do; one made for one thing is never good for another. */
export type LinkPurpose =
  | "not-me"
  | "undo-email"
  | "stop-reset"
  | "invitation"
  | "stop-two-factor-reset"
  // Carried by a browser on its way from a site and back to it; see worker/oidc/asked.ts.
  | "oidc-asked";

/** What a link says: whose account it is for, when it was made, and what else it names. */
export interface LinkContent {
  accountId: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  /** An id that it is bound to beside the account, or nothing. */
  subject: string;
}

/**
 * The text that a link in a mail carries: its content in the open, and an HMAC of it that only this service makes.
 * It holds no secret; anyone who has it may do the one thing of its purpose and no more.
 */
export function signLink(keys: MacKeys, purpose: LinkPurpose, content: LinkContent): Promise<string> {
  return signWith(keys.codes[0], purpose, content);
}

/** What a link says, where this service made it for `purpose` less than `lifetimeMs` ago, by any of its keys; else null. */
export async function openLink(
  keys: MacKeys,
  purpose: LinkPurpose,
  link: string,
  { now, lifetimeMs }: { now: number; lifetimeMs: number },
): Promise<LinkContent | null> {
  const [accountId = "", made = "", subject = "", , ...rest] = link.split(".");
  if (rest.length > 0) return null;
  const content = { accountId, madeAt: Number.parseInt(made, 36), subject };
  const genuine = await Promise.all(keys.codes.map((key) => signWith(key, purpose, content)));
  return genuine.some((each) => sameText(each, link)) && content.madeAt > now - lifetimeMs ? content : null;
}

async function signWith(
  key: MacKey,
  purpose: LinkPurpose,
  { accountId, madeAt, subject }: LinkContent,
): Promise<string> {
  const content = [accountId, madeAt.toString(36), subject].join(".");
  return `${content}.${await rawMac(key, ["signed-link", purpose], content)}`;
}
