import { describe, expect, it } from "vitest";
import { turnOnPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

interface Named {
  id: string;
  type: string;
  name: string;
}

describe("PATCH /v1/account/two-factor/{methodId}", () => {
  it("names a method of each kind, and no other", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.turnOnEmail();
    await turnOnPasskey(person);
    const methods = async (): Promise<Named[]> => (await person.account()).body.twoFactor.methods;
    const before = await methods();
    for (const { id, type } of before) {
      const name = `My ${type}`;
      const { status, body } = await person.service.patch(
        `/v1/account/two-factor/${id}`,
        { name: ` ${name} ` },
        person,
      );
      expect(status).toBe(200);
      expect(body.twoFactor.methods.find((method: Named) => method.id === id).name).toBe(name);
    }
    expect((await methods()).map(({ name }) => name)).toEqual(before.map(({ type }) => `My ${type}`));
  });

  it("names nothing of somebody else, and no set-up that waits", async () => {
    const service = new Service();
    const [owner, stranger] = [await Person.signUp(service), await Person.signUp(service)];
    const [{ id }] = (await owner.turnOnApp("Phone")).body.account.twoFactor.methods;
    expect((await service.patch(`/v1/account/two-factor/${id}`, { name: "Mine" }, stranger)).status).toBe(404);
    expect((await owner.account()).body.twoFactor.methods[0].name).toBe("Phone");
    const waiting = (await service.post("/v1/account/two-factor/app", {}, owner)).body;
    expect((await service.patch(`/v1/account/two-factor/${waiting.id}`, { name: "Soon" }, owner)).status).toBe(404);
  });

  it.each(["", "   ", "n".repeat(61)])("refuses the name %j", async (name) => {
    const person = await Person.signUp(new Service());
    const [{ id }] = (await person.turnOnApp()).body.account.twoFactor.methods;
    expect((await person.service.patch(`/v1/account/two-factor/${id}`, { name }, person)).status).toBe(400);
  });
});

describe("PATCH /v1/account/devices/{id}", () => {
  it("names a remembered browser in the list, of its own account alone", async () => {
    const service = new Service();
    const [owner, stranger] = [await Person.signUp(service), await Person.signUp(service)];
    await owner.turnOnApp();
    const headers = await owner.rememberBrowser();
    const list = async () => (await service.get("/v1/account/devices", { token: owner.token, headers })).body.devices;
    const [{ id, name }] = await list();
    expect(name).toBeUndefined();
    expect((await service.patch(`/v1/account/devices/${id}`, { name: "Mine" }, stranger)).status).toBe(404);
    const wish = { token: owner.token, headers };
    const renamed = await service.patch(`/v1/account/devices/${id}`, { name: "Laptop" }, wish);
    expect(renamed.body).toEqual({ ...(await list())[0], name: "Laptop" });
    expect((await list())[0]).toMatchObject({ id, name: "Laptop", current: true });
  });
});

describe("PATCH /v1/account", () => {
  it("sets the language that mails are written in from then on", async () => {
    const person = await Person.signUp(new Service());
    expect((await person.service.patch("/v1/account", { locale: "es" }, person)).body.locale).toBe("es");
    const change = { currentPassword: person.password, newPassword: "seven lanterns on a pier" };
    await person.service.put("/v1/account/password", change, person);
    const [mail] = await person.service.mailsTo(person.email);
    expect(mail?.subject).toMatch(/contraseña/i);
    person.service.pass(60);
    await person.turnOnEmail();
    expect((await person.service.mailsTo(person.email)).some(({ text }) => /código/i.test(text))).toBe(true);
  });

  it("sets a name, keeps what is missing and takes an empty one away", async () => {
    const person = await Person.signUp(new Service());
    const set = async (wish: object) => (await person.service.patch("/v1/account", wish, person)).body;
    expect((await person.account()).body.displayName).toBeUndefined();
    expect(await set({ displayName: " Ana " })).toMatchObject({ displayName: "Ana", locale: "en" });
    expect(await set({ locale: "es" })).toMatchObject({ displayName: "Ana", locale: "es" });
    expect(await set({})).toMatchObject({ displayName: "Ana", locale: "es" });
    expect((await set({ displayName: null })).displayName).toBeUndefined();
    expect((await set({ displayName: "  " })).displayName).toBeUndefined();
  });

  it("refuses a language that there is not", async () => {
    const person = await Person.signUp(new Service());
    expect((await person.service.patch("/v1/account", { locale: "tlh" }, person)).status).toBe(400);
  });
});

describe("GET /v1/account/sessions", () => {
  it("says by what each was begun", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    await person.typeCode(signIn, "app", person.appCode());
    const { sessions } = (await person.service.get("/v1/account/sessions", person)).body;
    const amrs = sessions.map(({ amr }: { amr: string[] }) => amr);
    expect(amrs).toHaveLength(2);
    for (const amr of amrs) expect(amr).toContain("otp");
  });
});
