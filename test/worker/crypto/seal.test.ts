import { describe, expect, it } from "vitest";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { open, seal } from "../../../worker/crypto/seal.ts";

const key = (id: string) => ({ id, bytes: systemRandom(32) });
const plain = new TextEncoder().encode("twenty bytes of text");
const context = ["app-code", "ana", "phone"];

describe("an envelope", () => {
  it("opens with its key and context, and shows nothing before", async () => {
    const keys = [key("a")];
    const envelope = await seal(keys, context, plain, systemRandom);
    expect(envelope).toMatch(/^a\.[\w-]{16}\.[\w-]{48}$/);
    expect(await open(keys, context, envelope)).toEqual({ ok: true, value: { plain, stale: false } });
  });

  it("is another one each time", async () => {
    const keys = [key("a")];
    expect(await seal(keys, context, plain, systemRandom)).not.toBe(await seal(keys, context, plain, systemRandom));
  });

  it("still opens by an older key, and says that it is stale", async () => {
    const [older, newer] = [key("old"), key("new")];
    const envelope = await seal([older], context, plain, systemRandom);
    expect(await open([newer, older], context, envelope)).toMatchObject({ ok: true, value: { stale: true } });
    expect((await seal([newer, older], context, plain, systemRandom)).startsWith("new.")).toBe(true);
  });

  it("does not open for another account, method or order", async () => {
    const keys = [key("a")];
    const envelope = await seal(keys, context, plain, systemRandom);
    for (const other of [["app-code", "eve", "phone"], ["app-code", "phone", "ana"], ["app-code", "ana"], []]) {
      expect(await open(keys, other, envelope)).toMatchObject({ ok: false, code: "damaged" });
    }
  });

  it("does not open when any part of it was changed, and says when its key is missing", async () => {
    const keys = [key("a")];
    const [id, nonce = "", sealed = ""] = (await seal(keys, context, plain, systemRandom)).split(".");
    const flipped = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);
    for (const damaged of [
      `${id}.${flipped(nonce)}.${sealed}`,
      `${id}.${nonce}.${flipped(sealed)}`,
      `${id}.${nonce}`,
      `${id}..`,
    ]) {
      expect(await open(keys, context, damaged)).toMatchObject({ ok: false, code: "damaged" });
    }
    expect(await open(keys, context, `b.${nonce}.${sealed}`)).toMatchObject({ ok: false, code: "key_missing" });
    expect(await open(keys, context, "")).toMatchObject({ ok: false, code: "key_missing" });
  });
});
