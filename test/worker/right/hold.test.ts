import { env } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fail } from "../../../shared/outcome.ts";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { readSettings } from "../../../worker/environment.ts";
import { holdTo } from "../../../worker/right/hold.ts";
import { type Right, RightEnded, refusalOf } from "../../../worker/right/right.ts";
import { unaskedWorld } from "../../../worker/unasked-world.ts";

const world = unaskedWorld(readSettings(env), { now: Date.now(), random: systemRandom }, env);

/** A right that stands while a row of this name is there. */
function rightOf(name: string): Right {
  return {
    name,
    standsAt: () => ({ sql: "EXISTS (SELECT 1 FROM rights WHERE name = ?)", values: [name] }),
    refuse: async () => fail(name === "outer" ? "step_up_required" : "not_signed_in"),
  };
}

const names = async () => (await env.DB.prepare("SELECT name FROM rights ORDER BY name").all()).results;
const insert = (name: string) => "INSERT INTO rights VALUES (?) RETURNING name".replace("?", `'${name}'`);

beforeAll(() => env.DB.exec("CREATE TABLE rights (name TEXT PRIMARY KEY)"));
beforeEach(() => env.DB.exec("INSERT INTO rights VALUES ('inner'), ('outer')"));
afterEach(() => env.DB.exec("DELETE FROM rights"));

describe("a held world", () => {
  const inner = () => holdTo(world, rightOf("inner"));

  it("answers as the real one while the right stands", async () => {
    const { db } = inner().world;
    const [first, second] = await db.batch([db.prepare(insert("a")), db.prepare("SELECT 1 AS one")]);
    expect([first?.results, second?.results]).toEqual([[{ name: "a" }], [{ one: 1 }]]);
    expect(await db.prepare("SELECT name FROM rights WHERE name = ?").bind("a").first("name")).toBe("a");
    expect(await db.prepare("SELECT name FROM rights WHERE name = ?").bind("b").first()).toBeNull();
    expect((await db.prepare("DELETE FROM rights WHERE name = ?").bind("a").run()).meta.changes).toBe(1);
  });

  it("does nothing of a batch or of a statement once it has ended", async () => {
    const { db } = inner().world;
    await env.DB.exec("DELETE FROM rights WHERE name = 'inner'");
    await expect(db.batch([db.prepare(insert("a")), db.prepare(insert("b"))])).rejects.toThrow(RightEnded);
    await expect(db.prepare(insert("c")).run()).rejects.toThrow(RightEnded);
    await expect(db.prepare("SELECT 1 AS one").first()).rejects.toThrow(RightEnded);
    expect(await names()).toEqual([{ name: "outer" }]);
  });

  it("may end the right itself, and once it is released does what follows", async () => {
    const { world: held, release } = inner();
    await held.db.batch([held.db.prepare("DELETE FROM rights WHERE name = 'inner'"), held.db.prepare(insert("a"))]);
    await expect(held.db.prepare(insert("b")).run()).rejects.toThrow(RightEnded);
    release();
    await held.db.prepare(insert("c")).run();
    expect(await names()).toEqual([{ name: "a" }, { name: "c" }, { name: "outer" }]);
  });

  it("passes other faults on as they are", async () => {
    const { db } = inner().world;
    await expect(db.prepare(insert("outer")).run()).rejects.toThrow("UNIQUE constraint failed");
    await expect(db.prepare(insert("outer")).run()).rejects.not.toThrow(RightEnded);
  });

  it.each([
    ["outer", "step_up_required"],
    ["inner", "not_signed_in"],
  ])("within another says which of the two has ended: %s", async (ended, code) => {
    const { db } = holdTo(inner().world, rightOf("outer")).world;
    await env.DB.prepare("DELETE FROM rights WHERE name = ?").bind(ended).run();
    const error = await db.batch([db.prepare(insert("a"))]).catch((thrown) => thrown);
    expect(await refusalOf(error)).toMatchObject({ ok: false, code });
    expect(await names()).toHaveLength(1);
  });
});
