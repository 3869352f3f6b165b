import { expect, it } from "vitest";
import { distinct } from "../../../shared/panel/distinct.ts";

it("numbers a repeated name from its second on", () => {
  expect(distinct(["Chrome", "Firefox", "Chrome", "Chrome"])).toEqual([
    "Chrome",
    "Firefox",
    "Chrome (2)",
    "Chrome (3)",
  ]);
});
