import { describe, expect, it } from "vitest";
import { openLink, signLink } from "../../../worker/crypto/signed-link.ts";

const key = new Uint8Array(32).fill(7);
const content = { accountId: "an-account_id", madeAt: 1_764_032_536_000, subject: "a-subject" };
const at = { now: content.madeAt + 1000, lifetimeMs: 60_000 };

describe("a signed link", () => {
  it("opens to what was put into it, for its purpose and its time alone", async () => {
    const link = await signLink(key, "not-me", content);
    expect(await openLink(key, "not-me", link, at)).toEqual(content);
    expect(await openLink(key, "undo-email", link, at)).toBeNull();
    expect(
      await openLink(
        key.map((byte) => byte + 1),
        "not-me",
        link,
        at,
      ),
    ).toBeNull();
    expect(await openLink(key, "not-me", link, { ...at, now: content.madeAt + 60_000 })).toBeNull();
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
