import { decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import { serverCalled } from "../../support/check-token.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const page = "https://shop.example";
const settings = {
  TOKEN_AUDIENCES: `orders=${page} https://api.example.net reports`,
  ALLOWED_ORIGINS: `${page} https://blog.example https://api.example.net`,
};
const askFor = (person: Person, aud: unknown, headers: Record<string, string> = {}) =>
  person.service.post("/v1/token", { aud }, { token: person.token, headers });
const cookieFrom = (person: Person, origin: string) => ({
  "Latchkey-Session": "",
  Cookie: `__Host-latchkey=${person.token}`,
  Origin: origin,
});

describe("a token for another server", () => {
  it("says who is signed in and how, and is checked with the published keys alone", async () => {
    const person = await Person.signUp(new Service(settings));
    const { status, body } = await askFor(person, "orders");
    expect(status).toBe(200);
    const { service } = person;
    const claims = await serverCalled("orders", service)(body.token);
    const issuedAt = Math.floor(service.now / 1000);
    expect(claims).toEqual({
      iss: service.origin,
      sub: person.accountId,
      aud: "orders",
      iat: expect.any(Number),
      exp: (claims.iat ?? 0) + 300,
      jti: expect.stringMatching(/^[\w-]{22}$/),
      amr: ["pwd"],
      acr: "aal1",
      auth_time: expect.any(Number),
    });
    expect(Math.abs((claims.iat ?? 0) - issuedAt)).toBeLessThanOrEqual(1);
    expect(body.expiresAt).toBe(new Date((claims.exp ?? 0) * 1000).toISOString());
    expect(decodeProtectedHeader(body.token)).toMatchObject({ alg: "ES256", typ: "at+jwt" });
  });

  it("is refused by a server that it is not for, after five minutes, and once a letter of it differs", async () => {
    const person = await Person.signUp(new Service(settings));
    const { token } = (await askFor(person, "orders")).body;
    const orders = serverCalled("orders", person.service);
    await expect(serverCalled("reports", person.service)(token)).rejects.toMatchObject({ claim: "aud" });
    await expect(orders(token, person.service.now + 299_000)).resolves.toBeDefined();
    await expect(orders(token, person.service.now + 301_000)).rejects.toMatchObject({ code: "ERR_JWT_EXPIRED" });
    const [head, claims = "", signature] = token.split(".");
    const forged = btoa(atob(claims.replaceAll("-", "+").replaceAll("_", "/")).replace("aal1", "aal2")).replace(
      /=+$/,
      "",
    );
    await expect(orders([head, forged, signature].join("."))).rejects.toMatchObject({
      code: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
    });
  });

  it("tells of the last proof: a fresh code by app is aal2, and one by e-mail after it is aal1 again", async () => {
    const person = await Person.signUp(new Service(settings));
    const { service } = person;
    const claims = async () => serverCalled("orders", service)((await askFor(person, "orders")).body.token);
    await person.turnOnApp();
    await person.turnOnEmail();
    service.pass(3600);
    await person.stepUp();
    const byApp = await claims();
    expect(byApp).toMatchObject({ amr: ["pwd", "otp"], acr: "aal2" });
    expect((byApp.iat ?? 0) - Number(byApp.auth_time)).toBeLessThanOrEqual(1);

    service.pass(3600);
    expect((await service.post("/v1/step-up/email-code", {}, person)).status).toBe(202);
    const code = await service.newestCode(person.email);
    const { body } = await service.post("/v1/step-up", { method: "email", code }, person);
    person.token = body.session.token;
    const byEmail = await claims();
    expect(byEmail).toMatchObject({ amr: ["pwd", "email"], acr: "aal1" });
    expect((byEmail.iat ?? 0) - Number(byEmail.auth_time)).toBeLessThanOrEqual(1);
    expect((await service.get("/v1/session", person)).body.session).toMatchObject({ aal: 2 });
  });

  it("is for the servers of the settings alone", async () => {
    const person = await Person.signUp(new Service(settings));
    for (const aud of ["Orders", "order", "orders2", "https://api.example.net/", "https://shop.example"]) {
      const answer = await askFor(person, aud);
      expect([aud, answer.status, answer.body.code]).toEqual([aud, 403, "audience_not_allowed"]);
    }
    for (const aud of ["", " orders", "orders reports", ["orders"], "x".repeat(201), "orders\u0000", null]) {
      expect((await askFor(person, aud)).status).toBe(400);
    }
    expect((await person.service.post("/v1/token", { aud: "orders" })).status).toBe(401);
  });

  it("is for the pages that its server names, and never for another page of the allow-list", async () => {
    const person = await Person.signUp(new Service(settings));
    const status = async (aud: string, headers: Record<string, string>) => (await askFor(person, aud, headers)).status;
    expect(await status("orders", { Origin: page })).toBe(200);
    expect(await status("orders", { Origin: "https://blog.example" })).toBe(403);
    expect(await status("reports", { Origin: page })).toBe(403);
    expect(await status("https://api.example.net", { Origin: "https://api.example.net" })).toBe(200);
    expect(await status("reports", { Origin: person.service.origin })).toBe(200);
    const byCookie = (origin: string) =>
      person.service.post("/v1/token", { aud: "orders" }, { headers: cookieFrom(person, origin) });
    expect((await byCookie(page)).status).toBe(200);
    expect((await byCookie("https://blog.example")).body.code).toBe("audience_not_allowed");
    expect((await byCookie("https://evil.example")).body.code).toBe("origin_not_allowed");
  });
});
