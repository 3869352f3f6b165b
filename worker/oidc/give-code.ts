import type { AuthorizeQuery } from "../../shared/contract/oidc.ts";
import { recordEvent } from "../activity/record.ts";
import { newToken } from "../crypto/token.ts";
import { both, type Guard } from "../guard.ts";
import { noteLogin } from "../logout/note.ts";
import { type CurrentSession, lastProof } from "../session/rules.ts";
import { second } from "../time.ts";
import type { World } from "../world.ts";
import type { AskedClaims } from "./asked-claims.ts";
import { insistedLevel } from "./level.ts";
import { mayGetCode, useUpPushed } from "./pushed/use.ts";
import { codeLifetimeSeconds, type OidcClient } from "./rules.ts";
import { grantExists, insertGrant, noChallenge, noteApp } from "./store.ts";

/** What a code is given for. */
export interface CodeWish {
  client: OidcClient;
  redirectUri: string;
  query: AuthorizeQuery;
  scope: string;
  asked: AskedClaims;
  /** The hash of the request, where it was pushed: it gets one code. */
  pushed: string | null;
  /** Nobody sees anything of it, so nothing is written into their activity: a page may ask every minute. */
  isSilent: boolean;
  /** Holds while the account may give codes at all: one that is about to be deleted may not. */
  mayGive: Guard;
}

/**
 * Gives a site a code by which it learns who is signed in; null where the session has ended meanwhile, `mayGive` does not
 * hold, or the request has got its code.
 */
export async function giveCode(
  world: World,
  session: CurrentSession,
  { client, redirectUri, query, scope, asked, pushed, isSilent, mayGive }: CodeWish,
): Promise<string | null> {
  const { token: code, hash: codeHash } = await newToken(world.random);
  const { amr, at } = lastProof(session);
  const accountId = session.account.id;
  const grant = {
    codeHash,
    clientId: client.id,
    redirectUri,
    codeChallenge: query.code_challenge ?? noChallenge,
    scope,
    nonce: query.nonce ?? null,
    claims: JSON.stringify({ idToken: asked.idToken, userInfo: asked.userInfo, acr: insistedLevel(asked.acr) }),
    accountId,
    sessionId: session.id,
    amr: amr.join(" "),
    authenticatedAt: at,
    expiresAt: world.now + codeLifetimeSeconds * second,
  };
  const event = { type: "site_sign_in", detail: { site: client.name } } as const;
  const [kept] = await world.db.batch([
    insertGrant(world.db, grant, both(mayGive, mayGetCode(pushed))),
    ...useUpPushed(world, pushed, grantExists(codeHash)),
    ...noteLogin(world, client, { accountId, sessionId: session.id }, grantExists(codeHash)),
    noteApp(world.db, { accountId, clientId: client.id, scope, now: world.now }, grantExists(codeHash)),
    ...(isSilent ? [] : [recordEvent(world, accountId, event, grantExists(codeHash))]),
  ]);
  return kept?.results.length === 1 ? code : null;
}
