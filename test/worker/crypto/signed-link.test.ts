import { describe, expect, it } from "vitest";
import { type MacKeys, macKeysOf } from "../../../worker/crypto/mac.ts";
import { openLink, signLink } from "../../../worker/crypto/signed-link.ts";

const keyOf = (byte: number, id: string | null) => ({ id, bytes: new Uint8Array(32).fill(byte) });
const only = (byte: number) => macKeysOf([keyOf(byte, null)]) as MacKeys;
const key = only(7);
const content = { accountId: "an-account_id", madeAt: 1_764_032_536_000, subject: "a-subject" };
const at = { now: content.madeAt + 1000, lifetimeMs: 60_000 };

describe("a signed link", () => {
  it("opens to what was put into it, for its purpose and its time alone", async () => {
    const link = await signLink(key, "not-me", content);
    expect(await openLink(key, "not-me", link, at)).toEqual(content);
    expect(await openLink(key, "undo-email", link, at)).toBeNull();
    expect(await openLink(only(8), "not-me", link, at)).toBeNull();
    expect(await openLink(key, "not-me", link, { ...at, now: content.madeAt + 60_000 })).toBeNull();
  });

  it("opens while the key that signed it is among those that are accepted, and new ones are signed by the first", async () => {
    const link = await signLink(key, "not-me", content);
    const both = macKeysOf([keyOf(8, "new"), keyOf(7, null)]) as MacKeys;
    const onlyForCounts = macKeysOf([keyOf(8, "new"), keyOf(7, "counts")]) as MacKeys;
    expect(await openLink(both, "not-me", link, at)).toEqual(content);
    expect(await openLink(both, "undo-email", link, at)).toBeNull();
    expect(await openLink(onlyForCounts, "not-me", link, at)).toBeNull();
    expect(await signLink(both, "not-me", content)).toBe(await signLink(only(8), "not-me", content));
  });

  it("does not open once a letter of it is another", async () => {
    const link = await signLink(key, "not-me", content);
    for (let i = 0; i < link.length; i++) {
      const altered = link.slice(0, i) + (link[i] === "a" ? "b" : "a") + link.slice(i + 1);
      expect(await openLink(key, "not-me", altered, at), altered).toBeNull();
    }
  });

  it.each(["", "...", "a.b.c.d", "a.b.c.d.e", "."])("is not %j", async (text) => {
    expect(await openLink(key, "not-me", text, at)).toBeNull();
  });
});
