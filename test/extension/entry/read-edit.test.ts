import { describe, expect, it } from "vitest";
import { readEdit, type TypedEntry, typedOf } from "../../../extension/entry/read-edit.ts";
import { keyNamed } from "../../support/key-named.ts";

const entry = { id: "one", key: keyNamed("one"), addedAt: "2026-11-29T12:00:00.000Z" };
const before = typedOf(entry);

const editOf = (typed: Partial<TypedEntry>) => readEdit(before, { ...before, ...typed });

describe("what is typed about one code", () => {
  it("is no change while it is as it was saved", () => {
    expect(editOf({})).toEqual({ ok: true, value: {} });
    const full = { ...entry, tags: ["a", "b"], note: "n", icon: "x", pinned: true as const };
    expect(readEdit(typedOf(full), typedOf(full))).toEqual({ ok: true, value: {} });
  });

  it("is what was changed and nothing more, all in one", () => {
    expect(
      editOf({ issuer: " New ", tags: "work, work", note: " text ", icon: "🦊", pinned: true, digits: "8" }),
    ).toEqual({
      ok: true,
      value: {
        names: { issuer: "New", account: before.account },
        tags: ["work"],
        note: "text",
        icon: "🦊",
        pinned: true,
        options: { digits: 8 },
      },
    });
  });

  it.each([
    [{ issuer: "x".repeat(257) }, "name"],
    [{ account: "x".repeat(257) }, "name"],
    [{ note: "x".repeat(4001) }, "note"],
    [{ icon: "x".repeat(65) }, "icon"],
    [{ digits: "5" }, "digits"],
    [{ digits: "" }, "digits"],
    [{ period: "0" }, "period"],
    [{ period: "1e3" }, "period"],
    [{ counter: "-1" }, "counter"],
  ])("is refused at its field: %.40j", (typed, code) => {
    expect(editOf(typed)).toMatchObject({ ok: false, code });
  });
});
