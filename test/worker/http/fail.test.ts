import { describe, expect, it } from "vitest";
import { Service } from "../../support/service.ts";

describe("a problem answer", () => {
  it("is RFC 9457, names its request, and may not be kept", async () => {
    const { status, headers, body } = await new Service().get("/v1/session");
    expect(status).toBe(401);
    expect(headers.get("Content-Type")).toBe("application/problem+json");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(body).toEqual({
      type: "urn:latchkey:problem:not_signed_in",
      title: "Not signed in",
      status: 401,
      detail: "You are not signed in. Sign in and try again.",
      code: "not_signed_in",
      requestId: headers.get("Request-Id"),
    });
  });

  it.each([
    ["es", "No has iniciado sesión"],
    ["es-MX,en;q=0.5", "No has iniciado sesión"],
    ["fr, es;q=0.4, en;q=0.7", "You are not signed in"],
    ["fr", "You are not signed in"],
  ])("speaks the language of `Accept-Language: %s`", async (language, sentence) => {
    const { body } = await new Service().get("/v1/session", { headers: { "Accept-Language": language } });
    expect(body.detail).toContain(sentence);
  });

  it("answers an address that there is not", async () => {
    const { status, body } = await new Service().get("/v1/nothing");
    expect([status, body.code]).toEqual([404, "not_found"]);
  });

  it("hides what broke", async () => {
    const prepare = () => {
      throw new Error("the disk is full of secrets");
    };
    const service = new Service({}, { DB: { withSession: () => ({ prepare }) } as never });
    const { status, body } = await service.post("/v1/sign-in", { email: "ana@example.com", password: "x" });
    expect([status, body.code]).toEqual([500, "internal"]);
    expect(JSON.stringify(body)).not.toContain("disk");
  });
});
