import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createLatchkey } from "../../../shared/client/latchkey.ts";
import { forVisitor } from "../../../shared/client/visitor.ts";

const key = "lko_the-key-of-this-test";

describe("forVisitor", () => {
  it("signs each request with the visitor's address, beside the session", async () => {
    const sent: Headers[] = [];
    const send: typeof fetch = async (_, init) => {
      sent.push(new Headers(init?.headers));
      return Response.json({ account: {}, session: {} });
    };
    const fetchForVisitor = forVisitor({ key, ip: "203.0.113.5", userAgent: "A browser" }, send);
    const latchkey = createLatchkey({
      service: "https://security.example.com",
      session: "bearer",
      token: "the session",
      fetch: fetchForVisitor,
    });
    await latchkey.session.get();
    const [headers] = sent;
    const [, seconds, ip, mac] = /^t=(\d+),ip=(.+),v1=(\w+)$/.exec(headers?.get("Latchkey-Visitor") ?? "") ?? [];
    expect(ip).toBe("203.0.113.5");
    expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(60);
    expect(mac).toBe(createHmac("sha256", key).update(`${seconds}.203.0.113.5`).digest("hex"));
    expect(headers?.get("Latchkey-Key")).toBe(key);
    expect(headers?.get("Authorization")).toBe("Bearer the session");
    expect(headers?.get("User-Agent")).toBe("A browser");
  });
});
