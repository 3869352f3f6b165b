import { expect, it } from "vitest";
import { whatIsWritten } from "../../../extension/export/what-is-written.ts";
import { all, plain } from "../../data/accounts.ts";

const entries = all.map((key, index) => ({ id: `e${index}`, key, addedAt: "2026-11-29T12:00:00.000Z" }));
const ids = (written: ReturnType<typeof whatIsWritten>) => written.fitting.map(({ id }) => id);

it("a file of all codes has each, and is a backup of the vault", () => {
  const written = whatIsWritten(entries, undefined);
  expect(ids(written)).toEqual(entries.map(({ id }) => id));
  expect(written).toMatchObject({ leftOut: [], isWhole: true });
});

it("a file of a selection has nothing but that, and is no backup of the vault", () => {
  const written = whatIsWritten(entries, undefined, ["e0", "e2", "gone"]);
  expect(ids(written)).toEqual(["e0", "e2"]);
  expect(written).toMatchObject({ leftOut: [], isWhole: false });
});

it("a file that a code doesn't fit into is no backup of the vault", () => {
  const written = whatIsWritten(entries, "google");
  expect(written.leftOut).not.toEqual([]);
  expect(written.isWhole).toBe(false);
  // What was not asked for is not named as left out.
  expect(whatIsWritten(entries, "google", ["e0"])).toMatchObject({ fitting: [{ key: plain }], leftOut: [] });
});
