import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";

async function personWithApp(service = new Service()): Promise<Person> {
  const person = await Person.signUp(service);
  await person.turnOnApp();
  return person;
}

describe("POST /v1/sign-in/code with rememberDevice", () => {
  it("sets a cookie for those who have their session in one", async () => {
    const person = await personWithApp();
    person.service.pass(30);
    const headers = { "Latchkey-Session": "", Origin: person.service.origin };
    const { signIn } = (await person.service.post("/v1/sign-in", person, { headers, token: undefined })).body;
    const proof = { signIn, method: "app", code: person.appCode(), rememberDevice: true };
    const { body, headers: answered } = await person.service.post("/v1/sign-in/code", proof, { headers });
    const expiresAt = new Date(person.service.now + 30 * 24 * 3600 * 1000);
    expect(body.device).toEqual({ expiresAt: expiresAt.toISOString() });
    const cookie = answered.getSetCookie().find((each) => each.startsWith("__Host-latchkey-device="));
    expect(cookie).toMatch(/^__Host-latchkey-device=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; Secure; SameSite=Lax$/);

    const known = { ...headers, Cookie: cookie?.split(";")[0] ?? "" };
    const again = await person.service.post("/v1/sign-in", person, { headers: known, token: undefined });
    expect(again.body.status).toBe("complete");
  });

  it("hands the token to those who carry their session themselves", async () => {
    const person = await personWithApp();
    const browser = await person.rememberBrowser();
    expect((await person.startSignIn(undefined, browser)).body.status).toBe("complete");
  });

  it("takes the place of the token that the browser had", async () => {
    const person = await personWithApp();
    const old = await person.rememberBrowser();
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    const proof = { signIn, method: "app", code: person.appCode(), rememberDevice: true };
    const { body } = await person.service.post("/v1/sign-in/code", proof, { headers: old });
    expect(body.device.token).not.toBe(old["Latchkey-Device"]);
    expect((await person.service.get("/v1/account/devices", person)).body.devices).toHaveLength(1);
    expect((await person.startSignIn(undefined, old)).body.status).toBe("second_step");
  });

  it("remembers nothing unless asked to", async () => {
    const person = await personWithApp();
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    const { body, headers } = await person.typeCode(signIn, "app", person.appCode());
    expect([body.status, body.device, headers.getSetCookie()]).toEqual(["complete", undefined, []]);
    expect((await person.service.get("/v1/account/devices", person)).body).toEqual({ devices: [] });
  });
});

describe("GET /v1/account/devices", () => {
  it("lists the browsers, the last used first, and marks the one that asks", async () => {
    const person = await personWithApp();
    const first = await person.rememberBrowser();
    const second = await person.rememberBrowser();
    person.service.pass(60);
    await person.startSignIn(undefined, { ...first, "User-Agent": firefox });
    const { status, body } = await person.service.get("/v1/account/devices", { token: person.token, headers: second });
    expect(status).toBe(200);
    expect(body.devices.map(({ current }: { current: boolean }) => current)).toEqual([false, true]);
    expect(Object.keys(body.devices[0]).sort()).toEqual(
      ["browser", "createdAt", "current", "expiresAt", "id", "lastUsedAt", "system", "userAgent"].sort(),
    );
    expect(body.devices[0].lastUsedAt > body.devices[0].createdAt).toBe(true);
    expect(JSON.stringify(body)).not.toContain(first["Latchkey-Device"]);
  });

  it("is for the signed in alone", async () => {
    expect((await new Service().get("/v1/account/devices")).status).toBe(401);
  });
});

describe("DELETE /v1/account/devices", () => {
  it("forgets one, which then is asked for its second step", async () => {
    const person = await personWithApp();
    const [first, second] = [await person.rememberBrowser(), await person.rememberBrowser()];
    const { devices } = (await person.service.get("/v1/account/devices", { token: person.token, headers: first })).body;
    const { id } = devices.find(({ current }: { current: boolean }) => current);
    expect((await person.service.delete(`/v1/account/devices/${id}`, person)).status).toBe(204);
    expect((await person.startSignIn(undefined, first)).body.status).toBe("second_step");
    expect((await person.startSignIn(undefined, second)).body.status).toBe("complete");
    expect((await person.service.delete(`/v1/account/devices/${id}`, person)).status).toBe(404);
  });

  it("forgets all", async () => {
    const person = await personWithApp();
    const [first, second] = [await person.rememberBrowser(), await person.rememberBrowser()];
    expect((await person.service.delete("/v1/account/devices", person)).status).toBe(204);
    for (const browser of [first, second]) {
      expect((await person.startSignIn(undefined, browser)).body.status).toBe("second_step");
    }
    const { events } = (await person.service.get("/v1/account/activity", person)).body;
    const types = events.map(({ type }: { type: string }) => type);
    expect(types).toContain("device_remembered");
    expect(types).toContain("devices_forgotten");
  });

  it("does not know a browser of somebody else, and leaves it alone", async () => {
    const service = new Service();
    const [owner, other] = [await personWithApp(service), await personWithApp(service)];
    const browser = await owner.rememberBrowser();
    const { id } = (await service.get("/v1/account/devices", owner)).body.devices[0];
    expect((await service.delete(`/v1/account/devices/${id}`, other)).status).toBe(404);
    await service.delete("/v1/account/devices", other);
    expect((await owner.startSignIn(undefined, browser)).body.status).toBe("complete");
  });

  it("is for the signed in alone", async () => {
    expect((await new Service().delete("/v1/account/devices")).status).toBe(401);
    expect((await new Service().delete("/v1/account/devices/x")).status).toBe(401);
  });
});
