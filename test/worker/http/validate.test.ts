import { describe, expect, it } from "vitest";
import { Service } from "../../support/service.ts";

describe("a request body", () => {
  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])(
    "is refused as %s",
    async (type) => {
      const answer = await new Service().post("/v1/sign-in", "{}", { headers: { "Content-Type": type } });
      expect([answer.status, answer.body.code]).toEqual([415, "unsupported_media_type"]);
    },
  );

  it("may name its charset", async () => {
    const headers = { "Content-Type": "application/json; charset=utf-8" };
    expect((await new Service().post("/v1/password/check", { password: "x" }, { headers })).status).toBe(200);
  });

  it("of more than 16 KiB is refused", async () => {
    const answer = await new Service().post("/v1/sign-in", `{"email":"${"x".repeat(16 * 1024)}"}`);
    expect([answer.status, answer.body.code]).toEqual([413, "body_too_large"]);
  });

  it.each(["", "{", "[]", "null", '"text"', "[".repeat(8000), `{"a":`.repeat(2000)])(
    "that is no object is refused: %.20s",
    async (text) => {
      const answer = await new Service().post("/v1/sign-in", text);
      expect([answer.status, answer.body.code]).toEqual([400, "invalid_request"]);
    },
  );

  it("cannot reach a prototype", async () => {
    const text = '{"__proto__":{"email":"ana@example.com"},"constructor":{},"password":"x"}';
    expect((await new Service().post("/v1/sign-in", text)).status).toBe(400);
  });
});
