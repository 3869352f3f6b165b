import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { askReset } from "../../support/password-reset.ts";
import { Person, wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const keyOf = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));
const old = env.MAC_KEY as string;

/** The same service a moment later, with another setting. */
function withKeys(before: Service, keys: string): Service {
  const service = new Service({ MAC_KEY: keys });
  service.now = before.now + 1000;
  return service;
}

/** With a new key in front of the bare one. */
const rotated = (before: Service) => withKeys(before, `m2:${keyOf(2)} ${old}`);
/** Once the old one is kept for the counts alone. */
const retired = (before: Service) => withKeys(before, `m2:${keyOf(2)} counts:${old}`);

/** Starts a sign-in, types a recovery code, and answers what came of it. */
async function signInBy(service: Service, person: Person, code: string) {
  service.pass(60);
  const started = await service.post("/v1/sign-in", { email: person.email, password: person.password });
  return service.post("/v1/sign-in/code", { signIn: started.body.signIn, method: "recovery", code });
}

/** So many wrong passwords; answers their codes. */
async function guess(service: Service, email: string, tries: number, headers = {}) {
  const codes = [];
  for (let at = 0; at < tries; at++) {
    codes.push((await service.post("/v1/sign-in", { email, password: "not the password" }, { headers })).body.code);
  }
  return codes;
}

describe("a new key in front of MAC_KEY", () => {
  it("leaves every recovery code as good as it was, also where the old key is given an id, until it is retired", async () => {
    const person = await Person.signUp(new Service());
    const codes: string[] = (await person.turnOnApp()).body.recoveryCodes;
    const after = rotated(person.service);
    const named = withKeys(after, `m2:${keyOf(2)} m1:${old}`);
    expect((await signInBy(after, person, codes[0] ?? "")).body.status).toBe("complete");
    expect((await signInBy(after, person, codes[0] ?? "")).body.code).toBe("wrong_code");
    expect((await signInBy(named, person, codes[1] ?? "")).body.status).toBe("complete");
    expect((await signInBy(retired(named), person, codes[2] ?? "")).body.code).toBe("wrong_code");
  });

  it("makes the recovery codes that are renewed, which the old one's end leaves alone", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.stepUp();
    const after = rotated(person.service);
    const renewed = await after.post("/v1/account/recovery-codes", {}, person);
    const { results } = await env.DB.prepare("SELECT DISTINCT mac_by FROM recovery_codes WHERE account_id = ?")
      .bind(person.accountId)
      .all();
    expect(results).toEqual([{ mac_by: "m2" }]);
    const later = retired(after);
    expect((await signInBy(later, person, renewed.body.recoveryCodes[0])).body.status).toBe("complete");
  });

  it("leaves codes that are on their way right, and wrong ones wrong and counted", async () => {
    const before = new Service();
    const email = `m-${crypto.randomUUID()}@example.com`;
    const created = await before.post("/v1/accounts", { email, password: "a quiet harbour at dawn" });
    const code = await before.newestCode(email);
    const after = rotated(before);
    const verify = (typed: string) =>
      after.post("/v1/accounts/verify", { id: created.body.verification.id, code: typed });
    expect((await verify(wrongCode(code))).body).toMatchObject({ code: "wrong_code", attemptsLeft: 4 });
    expect((await verify(code)).status).toBe(201);
  });

  it("leaves a reset's code right, which is judged apart from what it allows", async () => {
    const person = await Person.signUp(new Service());
    const { id, code } = await askReset(person);
    const after = rotated(person.service);
    const confirm = (typed: string) =>
      after.post("/v1/password-reset/confirm", { id, code: typed, newPassword: "seven lanterns on a pier" });
    expect((await confirm(wrongCode(code))).body.code).toBe("wrong_code");
    expect((await confirm(code)).status).toBe(200);
  });

  it("leaves the links of mails as they were", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.service.runSchedule();
    const link = await person.mailedLink("not-me");
    expect((await retired(person.service).post("/v1/not-me", { link })).body.code).toBe("link_expired");
    expect((await rotated(person.service).post("/v1/not-me", { link })).status).toBe(204);
  });

  it("gives nobody who guesses another try, of an account or from a network, not even once the old one is retired", async () => {
    const person = await Person.signUp(new Service());
    expect(await guess(person.service, person.email, 5)).toEqual(Array(5).fill("wrong_credentials"));
    expect(await guess(rotated(person.service), person.email, 1)).toEqual(["too_many_attempts"]);
    expect(await guess(retired(person.service), person.email, 1)).toEqual(["too_many_attempts"]);
    const network = { "CF-Connecting-IP": "203.0.113.77" };
    for (let at = 0; at < 30; at++) await guess(person.service, `n-${crypto.randomUUID()}@example.com`, 1, network);
    const next = () => `n-${crypto.randomUUID()}@example.com`;
    expect(await guess(rotated(person.service), next(), 1, network)).toEqual(["too_many_attempts"]);
    expect(await guess(retired(person.service), next(), 1, network)).toEqual(["too_many_attempts"]);
  });

  it("sends nobody another mail before its time", async () => {
    const person = await Person.signUp(new Service());
    await person.service.post("/v1/account/two-factor/email", {}, person);
    const again = await rotated(person.service).post("/v1/account/two-factor/email", {}, person);
    expect(again.body.code).toBe("too_many_attempts");
  });
});
