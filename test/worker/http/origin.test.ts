import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const byCookie = { "Latchkey-Session": "" };

async function signedInByCookie(settings: Record<string, string> = {}) {
  const person = await Person.signUp(new Service(settings));
  const headers = { ...byCookie, Origin: person.service.origin };
  const { body, headers: answered } = await person.service.post("/v1/sign-in", person, { token: undefined, headers });
  const cookie = answered.get("Set-Cookie") ?? "";
  return { service: person.service, body, cookie, header: { ...byCookie, Cookie: cookie.split(";")[0] ?? "" } };
}

describe("a session by cookie", () => {
  it("is HttpOnly, Secure, Lax and of this host alone, and its token is not in the body", async () => {
    const { cookie, body } = await signedInByCookie();
    expect(cookie).toMatch(/^__Host-latchkey=[\w-]{43}; /);
    for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Domain");
    expect(body.session.token).toBeUndefined();
  });

  it("reads without an Origin, and changes state with the service's own", async () => {
    const { service, header } = await signedInByCookie();
    expect((await service.get("/v1/session", { headers: header })).status).toBe(200);
    const own = { ...header, Origin: service.origin };
    expect((await service.delete("/v1/session", { headers: own })).status).toBe(204);
  });

  it.each([undefined, "https://evil.example", "null", "http://localhost:8799", "https://localhost:8787"])(
    "changes nothing for Origin %s",
    async (origin) => {
      const { service, header } = await signedInByCookie();
      const headers = origin === undefined ? header : { ...header, Origin: origin };
      const { status, body } = await service.delete("/v1/session", { headers });
      expect([status, body.code]).toEqual([403, "origin_not_allowed"]);
      expect((await service.get("/v1/session", { headers: header })).status).toBe(200);
    },
  );

  it("changes state for an allow-listed site", async () => {
    const { service, header } = await signedInByCookie({
      ALLOWED_ORIGINS: "https://shop.example https://blog.example",
    });
    const headers = { ...header, Origin: "https://blog.example" };
    expect((await service.delete("/v1/session", { headers })).status).toBe(204);
  });

  it("is not given to a foreign page", async () => {
    const service = new Service();
    const headers = { ...byCookie, Origin: "https://evil.example" };
    const body = { email: "ana@example.com", password: "whatever it is" };
    expect((await service.post("/v1/sign-in", body, { headers })).status).toBe(403);
  });
});

describe("CORS", () => {
  const settings = { ALLOWED_ORIGINS: "https://shop.example", ALLOWED_EXTENSIONS: "abcdefghijklmnop" };
  const allowed = async (origin: string) =>
    (await new Service(settings).get("/health", { headers: { Origin: origin } })).headers.get(
      "Access-Control-Allow-Origin",
    );

  it.each(["https://shop.example", "chrome-extension://abcdefghijklmnop"])("names %s", async (origin) => {
    expect(await allowed(origin)).toBe(origin);
  });

  it.each(["https://evil.example", "https://shop.example.evil.example", "chrome-extension://other", "null", "*"])(
    "names nobody for %s",
    async (origin) => {
      expect(await allowed(origin)).toBeNull();
    },
  );

  it("answers a preflight for the allow-list alone", async () => {
    const ask = (origin: string) =>
      new Service(settings).send("OPTIONS", "/v1/sign-in", {
        headers: {
          Origin: origin,
          "Access-Control-Request-Method": "POST",
          "Access-Control-Request-Headers": "content-type",
        },
      });
    const yes = await ask("https://shop.example");
    expect(yes.status).toBe(204);
    expect(yes.headers.get("Access-Control-Allow-Credentials")).toBe("true");
    expect((await ask("https://evil.example")).headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});
