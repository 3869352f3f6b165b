import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { readSealKeys } from "../../../worker/environment.ts";
import { countSealed, resealBatch } from "../../../worker/totp/reseal.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const text = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).map((_, at) => byte + at)));
const db = env.DB.withSession("first-primary");

/** Keys of this test alone, the newest first, as a setting. */
function newKeys(): { old: string; both: string; oldId: string; newId: string } {
  const run = crypto.randomUUID().slice(0, 8);
  const [old, next] = [`old-${run}:${text(1)}`, `new-${run}:${text(60)}`];
  return { old, both: `${next} ${old}`, oldId: `old-${run}`, newId: `new-${run}` };
}

async function peopleWithApps(settings: string, count: number): Promise<Person[]> {
  const service = new Service({ SEAL_KEYS: settings });
  const people = await Promise.all(Array.from({ length: count }, () => Person.signUp(service)));
  for (const person of people) expect((await person.turnOnApp()).status).toBe(200);
  return people;
}

const batch = (settings: string, keyId: string, after = "", limit = 2) =>
  resealBatch({ db, keys: readSealKeys(settings), random: systemRandom }, { keyId, after, limit });

async function signInByApp(person: Person, settings: string) {
  const service = new Service({ SEAL_KEYS: settings });
  service.now = person.service.now + 30_000;
  const { signIn } = (await service.post("/v1/sign-in", person)).body;
  return service.post("/v1/sign-in/code", { signIn, method: "app", code: person.appCode(1) });
}

describe("resealing", () => {
  it("goes on from where it was stopped, and ends with every secret under the newest key", async () => {
    const keys = newKeys();
    const people = await peopleWithApps(keys.old, 5);
    const first = await batch(keys.both, keys.oldId);
    expect([first.resealed, first.next]).toEqual([2, expect.any(String)]);
    const counts = await countSealed(db);
    expect([counts.get(keys.oldId), counts.get(keys.newId)]).toEqual([3, 2]);

    // Stopped here; the next run begins from the start and finds what is left.
    const second = await batch(keys.both, keys.oldId);
    const third = await batch(keys.both, keys.oldId, second.next ?? "");
    expect([second.resealed, third.resealed, third.next]).toEqual([2, 1, null]);
    expect([...(await countSealed(db))]).toContainEqual([keys.newId, 5]);
    expect((await countSealed(db)).has(keys.oldId)).toBe(false);
    const onlyNew = keys.both.split(" ")[0] ?? "";
    for (const person of people) expect((await signInByApp(person, onlyNew)).body.status).toBe("complete");
  });

  it("leaves what a sign-in reseals at the same moment, and both open", async () => {
    const keys = newKeys();
    const people = await peopleWithApps(keys.old, 3);
    const [answers, ...batches] = await Promise.all([
      Promise.all(people.map((person) => signInByApp(person, keys.both))),
      batch(keys.both, keys.oldId, "", 10),
      batch(keys.both, keys.oldId, "", 10),
    ]);
    expect(answers.map(({ body }) => body.status)).toEqual(["complete", "complete", "complete"]);
    expect(batches.reduce((sum, { resealed }) => sum + resealed, 0)).toBeLessThanOrEqual(3);
    expect((await countSealed(db)).get(keys.newId)).toBe(3);
  });

  it("passes over a row that was altered, and names it", async () => {
    const keys = newKeys();
    const people = await peopleWithApps(keys.old, 3);
    const [first, altered] = people.map(({ accountId }) => accountId);
    await env.DB.prepare(
      "UPDATE app_codes SET sealed_secret = (SELECT sealed_secret FROM app_codes WHERE account_id = ?) WHERE account_id = ?",
    )
      .bind(first, altered)
      .run();
    const done = await batch(keys.both, keys.oldId, "", 10);
    const id = await env.DB.prepare("SELECT id FROM app_codes WHERE account_id = ?").bind(altered).first("id");
    expect(done).toEqual({ resealed: 2, damaged: [id], next: null });
  });

  it("asks by index, and scans no table", async () => {
    const sql =
      "SELECT id, account_id, sealed_secret FROM app_codes WHERE sealed_by = ? AND id > ? ORDER BY id LIMIT ?";
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind("x", "", 1).all();
    expect(results.map((step: Record<string, unknown>) => step.detail)).toEqual([
      "SEARCH app_codes USING INDEX app_codes_by_sealing_key (sealed_by=? AND id>?)",
    ]);
  });
});
