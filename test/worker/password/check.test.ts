import { describe, expect, it } from "vitest";
import { Service } from "../../support/service.ts";

async function check(password: string, email?: string) {
  const { status, body } = await new Service().post("/v1/password/check", { password, email });
  expect(status).toBe(200);
  return body;
}

describe("POST /v1/password/check", () => {
  it("accepts a good one and says how strong it is", async () => {
    expect(await check("seven lanterns on a pier")).toEqual({ accepted: true, score: 4, reasons: [] });
  });

  it.each([
    ["", ["too_short"], 0],
    ["a1!", ["too_short"], 0],
    ["password1", ["too_common"], 0],
    ["PASSWORD1", ["too_common"], 0],
  ])("refuses %j", async (password, reasons, score) => {
    expect(await check(password)).toEqual({ accepted: false, score, reasons });
  });

  it("knows the address", async () => {
    expect((await check("morning-ana.lopez-tea", "ana.lopez@example.com")).reasons).toEqual(["contains_email"]);
    expect((await check("banana split for two", "an@example.com")).reasons).toEqual([]);
  });

  it("counts code points after NFC, not UTF-16 units", async () => {
    expect((await check("🔑🗝️🔒🔓🛡️🧷".repeat(1))).accepted).toBe(true);
    expect((await check("e\u0301".repeat(7))).reasons).toEqual(["too_short"]);
    expect((await check("🔑".repeat(256))).accepted).toBe(true);
    expect((await check("🔑".repeat(257))).reasons).toEqual(["too_long"]);
  });

  it("does not judge what is no text", async () => {
    const { status } = await new Service().post("/v1/password/check", { password: 12345678 });
    expect(status).toBe(400);
  });
});
