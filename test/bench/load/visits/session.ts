import { below, oneOf } from "../chance.ts";
import { deeds } from "../people/deeds.ts";
import { signIn } from "./sign-in.ts";
import type { Visitor } from "./visitor.ts";

/** The token of a session that the person has, or signs in for; undefined where neither is to be had now. */
export async function signedIn(visitor: Visitor): Promise<string | undefined> {
  return visitor.token() ?? (await signIn(visitor));
}

/** Uses a site: its pages ask who this is, over and over. */
export async function browse(visitor: Visitor): Promise<void> {
  const token = await signedIn(visitor);
  if (token === undefined) return;
  const pages = 2 + below(visitor.chance, 8);
  for (let page = 0; page < pages; page++) await visitor.does(deeds.checkSession(token));
  if (visitor.happens(15)) await visitor.does(deeds.checkSession(oneOf(visitor.chance, visitor.person.tokens)));
}

/** Looks at everything that can be looked at, by which what became of lost answers is known. */
export async function look(visitor: Visitor): Promise<void> {
  const token = await signedIn(visitor);
  if (token === undefined) return;
  await visitor.does(deeds.listSessions(token));
  await visitor.does(deeds.readAccount(token));
}

/** Pages that are open elsewhere ask who this is, those that were just signed out among them. */
export async function askElsewhere(visitor: Visitor): Promise<void> {
  for (const token of visitor.person.tokens.slice(-4)) await visitor.does(deeds.checkSession(token));
}

/** Signs out. */
export async function leave(visitor: Visitor): Promise<void> {
  const token = visitor.token();
  if (token === undefined) return;
  await visitor.does(deeds.signOut(token));
  if (visitor.happens(30)) await visitor.does(deeds.checkSession(token));
}

/** Looks at the sessions and ends one of them, or all others. */
export async function tidyUp(visitor: Visitor): Promise<void> {
  const token = await signedIn(visitor);
  if (token === undefined) return;
  await visitor.does(deeds.listSessions(token));
  const ids = visitor.sessions().flatMap(({ id }) => id ?? []);
  if (visitor.happens(30)) await visitor.does(deeds.endOthers(token));
  else if (ids.length > 1) await visitor.does(deeds.endSession(token, oneOf(visitor.chance, ids)));
  await askElsewhere(visitor);
}
