import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const day = 24 * 60 * 60;
const newPassword = "seven lanterns on a pier";

type Browser = { "Latchkey-Device": string };

async function personWithBrowser(service = new Service()): Promise<{ person: Person; browser: Browser }> {
  const person = await Person.signUp(service);
  await person.turnOnApp();
  return { person, browser: await person.rememberBrowser() };
}

const statusIn = async (person: Person, browser: Browser) => (await person.startSignIn(undefined, browser)).body.status;

describe("S2 a remembered browser", () => {
  it("S2 skips the second step of its own account, and no more than that", async () => {
    const { person, browser } = await personWithBrowser();
    const { body } = await person.startSignIn(undefined, browser);
    expect(body.status).toBe("complete");
    const { session } = (await person.service.get("/v1/session", body.session)).body;
    expect(session).toMatchObject({ aal: 1, amr: ["pwd"], elevatedUntil: null });
    for (const path of ["/v1/account/two-factor", "/v1/account/recovery-codes"]) {
      const method = path.endsWith("codes") ? "POST" : "DELETE";
      const refused = await person.service.send(method, path, body.session);
      expect(refused.body).toMatchObject({ code: "step_up_required", methods: ["app"] });
    }
    expect((await person.service.post("/v1/account/two-factor/app", {}, body.session)).status).toBe(403);
    expect((await person.startSignIn("not the password", browser)).body.code).toBe("wrong_credentials");
  });

  it("S2 of another account is a stranger", async () => {
    const service = new Service();
    const { browser } = await personWithBrowser(service);
    const { person: victim } = await personWithBrowser(service);
    expect(await statusIn(victim, browser)).toBe("second_step");
    // Not by a row that was moved either: what binds it is the row's account.
    const cookie = { Cookie: `__Host-latchkey-device=${browser["Latchkey-Device"]}`, Origin: service.origin };
    expect((await victim.startSignIn(undefined, cookie)).body.status).toBe("second_step");
  });

  it("S2 cannot be made by a sign-in that was not completed", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    const wrong = { signIn, method: "app", code: "000000", rememberDevice: true };
    const answer = await person.service.post("/v1/sign-in/code", wrong);
    expect([answer.body.device, answer.headers.get("Set-Cookie")]).toEqual([undefined, null]);
    const devices = env.DB.prepare("SELECT count(*) AS n FROM devices WHERE account_id = ?").bind(person.accountId);
    expect(await devices.first("n")).toBe(0);
  });

  it("S2 is remembered once, of ten completions at once", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    const proof = { signIn, method: "app", code: person.appCode(), rememberDevice: true };
    await Promise.all(Array.from({ length: 10 }, () => person.service.post("/v1/sign-in/code", proof)));
    const { body } = await person.service.get("/v1/account/devices", person);
    expect(body.devices).toHaveLength(1);
  });

  it("S2 is stored as a hash alone, of 256 random bits", async () => {
    const { person, browser } = await personWithBrowser();
    const rows = await env.DB.prepare("SELECT * FROM devices WHERE account_id = ?").bind(person.accountId).all();
    expect(rows.results).toHaveLength(1);
    expect(JSON.stringify(rows.results)).not.toContain(browser["Latchkey-Device"]);
    const throttles = await env.DB.prepare("SELECT key FROM throttles").all();
    expect(JSON.stringify(throttles.results)).not.toContain(browser["Latchkey-Device"]);
  });
});

describe("S5 a remembered browser", () => {
  it("S5 is one for thirty days, and not a moment longer", async () => {
    const { person, browser } = await personWithBrowser();
    person.service.pass(30 * day - 60);
    expect(await statusIn(person, browser)).toBe("complete");
    person.service.pass(60);
    expect(await statusIn(person, browser)).toBe("second_step");
  });

  it("S5 is none with REMEMBER_DEVICE_DAYS=0, not even one from before, and the answer says so", async () => {
    const { person, browser } = await personWithBrowser();
    const strict = new Service({ REMEMBER_DEVICE_DAYS: "0" });
    strict.now = person.service.now + 60_000;
    const { body } = await strict.post("/v1/sign-in", person, { headers: browser });
    expect(body).toMatchObject({ status: "second_step", rememberDays: 0 });
    const code = person.appCode((strict.now - person.service.now) / 30_000);
    const proof = { signIn: body.signIn, method: "app", code, rememberDevice: true };
    const completed = await strict.post("/v1/sign-in/code", proof);
    expect(completed.body).toMatchObject({ status: "complete" });
    expect(completed.body.device).toBeUndefined();
    expect((await strict.get("/v1/account/devices", completed.body.session)).body.devices).toEqual([]);
  });

  it("S5 lasts as long as the setting says now, where that is shorter than it was", async () => {
    const { person, browser } = await personWithBrowser();
    const shorter = new Service({ REMEMBER_DEVICE_DAYS: "7" });
    shorter.now = person.service.now + 7 * day * 1000;
    expect((await shorter.post("/v1/sign-in", person, { headers: browser })).body.status).toBe("second_step");
  });

  const changes: Record<string, (person: Person) => Promise<unknown>> = {
    "a new password": (person) =>
      person.service.put(
        "/v1/account/password",
        { currentPassword: person.password, newPassword, signOutOthers: false },
        person,
      ),
    "another app": (person) => person.turnOnApp("Another"),
    "e-mail as a method": (person) => person.turnOnEmail(),
    "a removed method": async (person) => {
      const { id } = (await person.account()).body.twoFactor.methods[0];
      await person.turnOnEmail();
      const fresh = await person.rememberBrowser();
      expect(await statusIn(person, fresh)).toBe("complete");
      await person.service.delete(`/v1/account/two-factor/${id}`, person);
      expect(await statusIn(person, fresh)).not.toBe("complete");
    },
    "new recovery codes": (person) => person.service.post("/v1/account/recovery-codes", {}, person),
    "two-factor off and on again": async (person) => {
      await person.service.delete("/v1/account/two-factor", person);
      await person.turnOnApp();
    },
  };
  it.each(Object.entries(changes))("S5 does not outlive %s", async (name, change) => {
    const { person, browser } = await personWithBrowser();
    await person.stepUp();
    await change(person);
    if (name === "a new password") person.password = newPassword;
    person.service.pass(30);
    expect(await statusIn(person, browser)).toBe("second_step");
  });

  it("S5 is left alone by a set-up that is never confirmed, and by one that is refused", async () => {
    const { person, browser } = await personWithBrowser();
    await person.stepUp();
    await person.service.post("/v1/account/two-factor/app", {}, person);
    const wish = { currentPassword: "not the password", newPassword };
    await person.service.put("/v1/account/password", wish, person);
    expect(await statusIn(person, browser)).toBe("complete");
  });
});
