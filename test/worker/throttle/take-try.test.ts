import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { known } from "../../../worker/guard.ts";
import type { TryPolicy } from "../../../worker/throttle/rules.ts";
import { deleteForgotten, takeTryBack } from "../../../worker/throttle/store.ts";
import { forgiveTries, takeTry, tryToTake } from "../../../worker/throttle/take-try.ts";
import type { World } from "../../../worker/world.ts";

const policy: TryPolicy = { freeTries: 3, firstWaitSeconds: 10, longestWaitSeconds: 60 };
const fading: TryPolicy = { ...policy, forgetOneAfterSeconds: 100 };

/** As much of a world as counting takes. */
function worldAt(seconds: number): World {
  const db = env.DB.withSession("first-primary");
  return { db, now: 1_750_000_000_000 + seconds * 1000, random: systemRandom } as Partial<World> as World;
}

const newKey = () => `test:${crypto.randomUUID()}`;
const countOf = (key: string) =>
  env.DB.prepare("SELECT failures FROM throttles WHERE key = ?").bind(key).first<number>("failures");

/** How long each try in a row has to wait, when made as soon as it may be. */
async function waits(key: string, tries: number): Promise<number[]> {
  let at = 0;
  const waited = [];
  for (let each = 0; each < tries; each++) {
    const refused = await takeTry(worldAt(at), key, policy);
    const wait = refused.ok ? 0 : (refused.details.retryAfter ?? 0);
    waited.push(wait);
    at += wait;
    if (!refused.ok) expect((await takeTry(worldAt(at), key, policy)).ok).toBe(true);
  }
  return waited;
}

describe("a counted try", () => {
  it("is free at first; then waits double up to the longest", async () => {
    expect(await waits(newKey(), 8)).toEqual([0, 0, 0, 10, 20, 40, 60, 60]);
  });

  it("is taken by no more than are free, of fifty at once", async () => {
    const key = newKey();
    const taken = await Promise.all(Array.from({ length: 50 }, () => takeTry(worldAt(0), key, policy)));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await countOf(key)).toBe(3);
  });

  it("counts under all its keys or under none", async () => {
    const [one, other] = [newKey(), newKey()];
    for (let tries = 0; tries < 3; tries++) await takeTry(worldAt(0), other, policy);
    const attempt = tryToTake(worldAt(0), [
      { key: known(one), policy },
      { key: known(other), policy },
    ]);
    const refused = attempt.read(await env.DB.batch(attempt.statements));
    expect(refused).toMatchObject({ ok: false, details: { retryAfter: 10 } });
    expect([await countOf(one), await countOf(other)]).toEqual([null, 3]);
  });

  it("is not counted where its guard does not hold", async () => {
    const key = newKey();
    const attempt = tryToTake(worldAt(0), [{ key: known(key), policy }], { sql: "1 = 2", values: [] });
    expect(attempt.read(await env.DB.batch(attempt.statements)).ok).toBe(false);
    expect(await countOf(key)).toBeNull();
  });

  it("is never forgotten by time alone, unless the policy says so, and then one by one", async () => {
    const [lasting, passing] = [newKey(), newKey()];
    for (let tries = 0; tries < 3; tries++) {
      await takeTry(worldAt(0), lasting, policy);
      await takeTry(worldAt(0), passing, fading);
    }
    await takeTry(worldAt(250), lasting, policy);
    await takeTry(worldAt(250), passing, fading);
    expect([await countOf(lasting), await countOf(passing)]).toEqual([4, 2]);
    // Half of a third one had passed by then, and is not lost.
    await takeTry(worldAt(300), passing, fading);
    expect(await countOf(passing)).toBe(2);
  });

  it("is given back with its own wait, and no other's", async () => {
    const key = newKey();
    const world = worldAt(0);
    await takeTry(world, key, policy);
    await takeTry(world, key, policy);
    const third = await takeTry(world, key, policy);
    const [row] = third.ok ? third.value : [];
    if (!row) throw new Error("the third try was refused");
    await takeTryBack(world, key, row).run();
    expect((await takeTry(world, key, policy)).ok).toBe(true);
    await takeTryBack(world, key, { ...row, blocked_until: row.blocked_until - 1 }).run();
    expect((await takeTry(world, key, policy)).ok).toBe(false);
  });

  it("is forgiven with all before it", async () => {
    const key = newKey();
    for (let tries = 0; tries < 4; tries++) await takeTry(worldAt(0), key, policy);
    await forgiveTries(worldAt(0), key).run();
    expect((await takeTry(worldAt(0), key, policy)).ok).toBe(true);
    expect(await countOf(key)).toBe(1);
  });

  it("leaves nothing behind once all is forgotten, but for counts that only a right one ends", async () => {
    const cleanUpAt = (seconds: number) => deleteForgotten(worldAt(seconds).db, worldAt(seconds).now, 500);
    const [lasting, passing] = [newKey(), newKey()];
    await takeTry(worldAt(0), lasting, policy);
    await takeTry(worldAt(0), passing, fading);
    await cleanUpAt(99);
    expect(await countOf(passing)).toBe(1);
    await cleanUpAt(100);
    expect([await countOf(lasting), await countOf(passing)]).toEqual([1, null]);
  });
});
