import { day, second } from "../../time.ts";
import type { World } from "../../world.ts";
import { refusalOfAddress } from "../rules.ts";
import { openSecrets } from "../secret.ts";
import { payloadText } from "./payload.ts";
import { postDelivery } from "./post.ts";
import { type Attempt, failingDays, leaseSeconds, meaningOf, waitAfter } from "./rules.ts";
import { signDelivery } from "./sign.ts";
import { claimDelivery, type ParcelRow, settleDelivered, settleFailed, settleFailing } from "./store.ts";

/**
 * Makes one attempt at a delivery, unless it is over or somebody else has it in hand. Answers the seconds after which it
 * wants another; null where it wants none. It may arrive twice, when an answer is lost on its way, but always under
 * the same id; and in no order.
 */
export async function deliver(world: World, id: string): Promise<number | null> {
  const { db, now } = world;
  const claim = await claimDelivery(db, id, { now, until: now + leaseSeconds * second });
  if (!claim) return null;
  const { parcel, isOurs } = claim;
  if (isOurs) return settle(world, parcel, await attempt(world, parcel));
  if (parcel.status !== "waiting") return null;
  return Math.ceil((Math.max(parcel.next_attempt_at, parcel.leased_until) - now) / 1000);
}

async function attempt(world: World, parcel: ParcelRow): Promise<Attempt> {
  const { publicOnly, timeoutMilliseconds } = world.settings.webhooks;
  if (parcel.disabled_at !== null) return { status: null, problem: "disabled" };
  // It was looked at when it was set; settings may have become stricter since.
  if (refusalOfAddress(parcel.url, { publicOnly }) !== null) return { status: null, problem: "refused_address" };
  const secrets = await openSecrets(world, parcel.endpoint_id, JSON.parse(parcel.secrets));
  if (secrets.length === 0) return { status: null, problem: "secret" };
  const body = payloadText(parcel);
  const headers = await signDelivery(secrets, { id: parcel.id, now: world.now, body });
  return postDelivery(parcel.url, { headers: { ...headers }, body, timeoutMilliseconds });
}

async function settle(world: World, parcel: ParcelRow, { status, problem }: Attempt): Promise<number | null> {
  const { db, now } = world;
  const { id, endpoint_id: endpointId, url, leased_until: leasedUntil } = parcel;
  const settlement = { id, endpointId, leasedUntil, status, problem };
  const meaning = meaningOf({ status, problem });
  if (meaning === "delivered") {
    await settleDelivered(db, settlement);
    return null;
  }
  const isOver = meaning === "gone" || problem === "disabled";
  const wait = isOver ? null : waitAfter(parcel.attempts, (world.random(1)[0] ?? 0) / 255);
  const failingBefore = now - failingDays * day;
  const results = await db.batch<{ disabled_for: string }>([
    settleFailed(db, settlement, wait === null ? null : now + wait * second),
    ...settleFailing(db, { id: endpointId, url }, { now, failingBefore, isGone: meaning === "gone" }),
  ]);
  const disabledFor = results.at(-1)?.results[0]?.disabled_for;
  if (disabledFor) console.error(`webhook ${endpointId} was disabled: ${disabledFor}`);
  return wait;
}
