import { expect, it } from "vitest";
import { planImport } from "../../../extension/import/plan.ts";
import type { Imported } from "../../../extension/import/result.ts";
import { counted, nameless, plain, steam } from "../../data/accounts.ts";

const file = (...keys: Imported["entries"][number]["key"][]): Imported => ({
  format: "aegis",
  entries: keys.map((key) => ({ key })),
  refused: [{ name: "#9", why: "bad_secret" }],
  withoutCodes: 2,
});

it("adds what is new, once, and says of all else what happens to it", () => {
  const there = [{ id: "a", addedAt: "", key: { ...plain, issuer: "Other name" } }];
  const plan = planImport(there, [file(plain, counted, steam), file({ ...counted, counter: 99 }, nameless)]);
  expect(plan.toAdd.map(({ key }) => key)).toEqual([counted, steam, nameless]);
  expect(plan.already.map(({ key }) => key)).toEqual([plain, { ...counted, counter: 99 }]);
  expect(plan.refused).toHaveLength(2);
  expect(plan.withoutCodes).toBe(4);
});

it("adds an account of the same names with another key", () => {
  const there = [{ id: "a", addedAt: "", key: plain }];
  expect(planImport(there, [file({ ...plain, digits: 8 })]).toAdd).toHaveLength(1);
});

it("misses the parts of an export over several codes that no file has", () => {
  const part = (id: string, ...have: number[]): Imported => ({ ...file(), parts: [{ export: id, have, of: 3 }] });
  expect(planImport([], [part("1", 3), part("1", 1), part("2", 2)]).unfinished).toEqual([
    { export: "1", have: [1, 3], of: 3 },
    { export: "2", have: [2], of: 3 },
  ]);
  expect(planImport([], [part("1", 3), part("1", 1, 2)]).unfinished).toEqual([]);
});
