import { randomId } from "../../crypto/random.ts";
import { claimLogout, type LogoutRow, settleLogout } from "../../logout/store.ts";
import { signToken } from "../../signing-key/sign.ts";
import { postDelivery } from "../../webhook/delivery/post.ts";
import { type Attempt, leaseSeconds, meaningOf, waitAfter } from "../../webhook/delivery/rules.ts";
import { refusalOfAddress } from "../../webhook/rules.ts";
import type { World } from "../../world.ts";
import { findClient } from "../client/find.ts";
import { logoutTokenSeconds, type OidcClient } from "../rules.ts";

/** What a logout token tells of (Back-Channel Logout 2.4). */
const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";

/**
 * Makes one attempt at telling a site that a session has ended, unless it is over or somebody else has it in hand. Returns the
 * seconds after which it wants another; null where it wants none. It may be told twice: signing out twice does no harm.
 */
export async function deliverLogout(world: World, id: string): Promise<number | null> {
  const { db, now } = world;
  const claim = await claimLogout(db, id, { now, until: now + leaseSeconds * 1000 });
  if (!claim) return null;
  const { row, isOurs } = claim;
  if (!isOurs) {
    return row.status === "waiting" ? Math.ceil((Math.max(row.next_attempt_at, row.leased_until) - now) / 1000) : null;
  }
  const client = await findClient(world, row.client_id);
  const attempt = await attemptAt(world, client, row);
  const isDelivered = meaningOf(attempt) === "delivered";
  const isOver = isDelivered || attempt.problem === "disabled" || meaningOf(attempt) === "gone";
  const wait = isOver ? null : waitAfter(row.attempts, (world.random(1)[0] ?? 0) / 255);
  const next = wait === null ? null : now + wait * 1000;
  await settleLogout(db, { id, leasedUntil: row.leased_until, isDelivered, next, ...attempt });
  return wait;
}

async function attemptAt(world: World, client: OidcClient | null, row: LogoutRow): Promise<Attempt> {
  const { publicOnly, timeoutMilliseconds } = world.settings.webhooks;
  const uri = client?.backChannelLogoutUri ?? null;
  if (client === null || uri === null) return { status: null, problem: "disabled" };
  // It was looked at when it was registered; settings may have become stricter since.
  if (refusalOfAddress(uri, { publicOnly }) !== null) return { status: null, problem: "refused_address" };
  const body = `${new URLSearchParams({ logout_token: await logoutToken(world, client, row) })}`;
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  return postDelivery(uri, { headers, body, timeoutMilliseconds });
}

/** Made for each attempt anew, since it expires in two minutes and sites refuse a `jti` that they have seen. */
function logoutToken(world: World, client: OidcClient, { account_id: sub, sid }: LogoutRow): Promise<string> {
  const iat = Math.floor(world.now / 1000);
  return signToken(
    world,
    { alg: client.idTokenSignedResponseAlg, typ: "logout+jwt" },
    {
      iss: world.settings.origin,
      sub,
      aud: client.id,
      iat,
      exp: iat + logoutTokenSeconds,
      jti: randomId(world.random),
      events: { [logoutEvent]: {} },
      sid,
    },
  );
}
