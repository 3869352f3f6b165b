import { describe, expect, it } from "vitest";
import { stepUpByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { Person } from "../support/person.ts";
import { Service, type TestRequest } from "../support/service.ts";

/** A page of ours, which has a cookie that it cannot read, and a script in it that would like to. */
function scriptIn({ service }: Person, cookie: string): Omit<TestRequest, "body"> {
  return { headers: { Cookie: cookie, Origin: service.origin, "Latchkey-Session": "bearer" } };
}

describe("S12 a session that came by cookie leaves by cookie", () => {
  it("at a step-up by the password, whatever header asks for a token", async () => {
    const person = await Person.signUp(new Service());
    const page = scriptIn(person, `__Host-latchkey=${person.token}`);
    const { status, body, headers } = await person.service.post("/v1/step-up", { password: person.password }, page);
    expect(status).toBe(200);
    expect(body.session).toEqual({ id: expect.any(String), expiresAt: expect.any(String) });
    expect(headers.get("Set-Cookie")).toMatch(/^__Host-latchkey=[\w-]{43};.*HttpOnly/);
  });

  it("at a step-up by an app and by a passkey", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(60);
    const page = scriptIn(person, `__Host-latchkey=${person.token}`);
    const byApp = await person.service.post("/v1/step-up", { method: "app", code: person.appCode() }, page);
    expect([byApp.status, byApp.body.session.token]).toEqual([200, undefined]);

    const other = await Person.signUp(new Service());
    const authenticator = await turnOnPasskey(other);
    const ofOther = scriptIn(other, `__Host-latchkey=${other.token}`);
    const { body: asked } = await other.service.post("/v1/step-up/passkey/options", {}, ofOther);
    const response = await authenticator.get(asked);
    const byPasskey = await other.service.post("/v1/step-up", { method: "passkey", id: asked.id, response }, ofOther);
    expect([byPasskey.status, byPasskey.body.session.token]).toEqual([200, undefined]);
  });

  it("and one that came by bearer token goes on by it, though a cookie is there too", async () => {
    const person = await Person.signUp(new Service());
    await stepUpByPasskey(person, await turnOnPasskey(person));
    const headers = { Cookie: "__Host-latchkey=another", "Latchkey-Session": "" };
    const { body } = await person.service.get("/v1/session", { token: person.token, headers });
    expect(body.account.id).toBe(person.accountId);
  });

  it("and so does what remembers a browser", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const remembered = await person.rememberBrowser();
    const page = scriptIn(person, `__Host-latchkey-device=${remembered["Latchkey-Device"]}`);
    await person.stepUp();
    await person.service.delete("/v1/account/devices", person);
    person.service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    const proof = { signIn, method: "app", code: person.appCode(), rememberDevice: true };
    const { body, headers } = await person.service.post("/v1/sign-in/code", proof, page);
    expect(body.device).toEqual({ expiresAt: expect.any(String) });
    expect(headers.get("Set-Cookie")).toMatch(/__Host-latchkey-device=[\w-]{43};.*HttpOnly/);
  });
});
