import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { type CurrentSession, lastProof } from "../session/rules.ts";
import { signToken } from "../signing-key/sign.ts";
import type { World } from "../world.ts";
import { mayAsk, tokenLifetimeSeconds } from "./rules.ts";

/** A token for another server, and until when it is good in milliseconds since 1970. */
export interface IssuedToken {
  token: string;
  expiresAt: number;
}

/**
 * Makes a token by which the server `aud` knows who is signed in, and how and when they proved it.
 * `audience_not_allowed`: no such server is in the settings, or it does not name the page of `origin`.
 */
export async function issueToken(
  world: World,
  session: CurrentSession,
  { aud, origin }: { aud: string; origin: string | undefined },
): Promise<Outcome<IssuedToken, "audience_not_allowed">> {
  const { settings, now, random } = world;
  const audience = settings.tokenAudiences.find(({ name }) => name === aud);
  if (!audience || !mayAsk(audience, origin, settings.origin)) return fail("audience_not_allowed");
  const issuedAt = Math.floor(now / 1000);
  const expires = issuedAt + tokenLifetimeSeconds;
  const { amr, acr, at } = lastProof(session);
  const token = await signToken(
    world,
    { alg: "ES256", typ: "at+jwt" },
    {
      iss: settings.origin,
      sub: session.account.id,
      aud,
      iat: issuedAt,
      exp: expires,
      jti: randomId(random),
      amr,
      acr,
      auth_time: Math.floor(at / 1000),
    },
  );
  return ok({ token, expiresAt: expires * 1000 });
}
