import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { interruptedDatabase } from "../../support/interrupted-database.ts";
import { operatorWith } from "../../support/operator.ts";
import { signInByPasskey, turnOnPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const day = 24 * 60 * 60;

async function begin() {
  const service = new Service();
  const person = await Person.signUp(service);
  person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
  const operator = await operatorWith(service, ["two-factor:reset", "people:read"]);
  const path = `/v1/admin/people/${person.accountId}/two-factor-reset`;
  const reset = () => service.post(path, {}, operator);
  const cancel = () => service.delete(path, operator);
  return { service, person, operator, reset, cancel };
}

async function stateOf(person: Person) {
  const { body } = await person.startSignIn();
  return body.status;
}

const subjects = async ({ service, email }: Person) => (await service.mailsTo(email)).map(({ subject }) => subject);

async function typesOf(accountId: string): Promise<unknown[]> {
  const events = env.DB.prepare("SELECT type FROM events WHERE account_id = ? ORDER BY seq").bind(accountId);
  const { results } = await events.all();
  return results.map((row: Record<string, unknown>) => row.type);
}

describe("a reset of two-factor by an operator", () => {
  it("tells at once, changes nothing for a day, then turns it off once and tells again", async () => {
    const { service, person, reset } = await begin();
    const { status, body } = await reset();
    expect(status).toBe(202);
    expect(Date.parse(body.readyAt) - Date.parse(body.requestedAt)).toBe(day * 1000);
    const [mail] = await service.mailsTo(person.email);
    expect(mail?.subject).toBe("Your two-factor authentication is about to be turned off");
    expect(mail?.text).toContain("Administrator: support");
    service.pass(day - 60);
    await service.runSchedule();
    expect(await stateOf(person)).toBe("second_step");
    service.pass(60);
    await service.runSchedule();
    await service.runSchedule();
    expect(await stateOf(person)).toBe("complete");
    expect((await subjects(person)).filter((each) => each === "Two-factor authentication was turned off")).toHaveLength(
      1,
    );
    expect((await service.get("/v1/session", person)).status).toBe(401);
    const left = await env.DB.prepare("SELECT count(*) AS n FROM recovery_codes WHERE account_id = ?")
      .bind(person.accountId)
      .first("n");
    expect(left).toBe(0);
  });

  it("is carried out by the next sign-in where the trigger is late, once of many at once", async () => {
    const { service, person, reset } = await begin();
    await reset();
    service.pass(day);
    const answers = await Promise.all(Array.from({ length: 4 }, () => person.startSignIn()));
    expect(answers.some(({ body }) => body.status === "complete")).toBe(true);
    expect((await typesOf(person.accountId)).filter((type) => type === "two_factor_reset")).toHaveLength(1);
    const { twoFactor } = (await service.get("/v1/account", answers.find(({ body }) => body.session)?.body.session))
      .body;
    expect(twoFactor).toMatchObject({ enabled: false, methods: [], recoveryCodesLeft: 0 });
  });

  it("is stopped by the mailed link, which is good once", async () => {
    const { service, person, reset } = await begin();
    await reset();
    const link = await person.mailedLink("stop-two-factor-reset");
    expect((await service.post("/v1/two-factor-reset/stop", { link })).status).toBe(204);
    expect((await service.post("/v1/two-factor-reset/stop", { link })).body.code).toBe("link_expired");
    service.pass(day);
    await service.runSchedule();
    expect(await stateOf(person)).toBe("second_step");
  });

  it.each(["a sign-in", "a step-up", "a recovery code"])("is stopped by %s with the second factor", async (by) => {
    const { service, person, reset } = await begin();
    await reset();
    service.pass(60);
    if (by === "a step-up") await person.stepUp();
    else {
      const { signIn } = (await person.startSignIn()).body;
      const answer =
        by === "a sign-in"
          ? await person.typeCode(signIn, "app", person.appCode())
          : await person.typeCode(signIn, "recovery", person.recoveryCodes[0] ?? "");
      expect(answer.body.status).toBe("complete");
    }
    await service.runSchedule();
    expect(await subjects(person)).toContain("Your two-factor authentication stays on");
    service.pass(day);
    await service.runSchedule();
    expect(await stateOf(person)).toBe("second_step");
  });

  it("is stopped by a sign-in with a passkey alone", async () => {
    const { service, person, reset } = await begin();
    const authenticator = await turnOnPasskey(person);
    await reset();
    expect((await signInByPasskey(person, authenticator)).body.status).toBe("complete");
    service.pass(day);
    await service.runSchedule();
    expect(await subjects(person)).toContain("Your two-factor authentication stays on");
    expect(await stateOf(person)).toBe("second_step");
  });

  it("is not stopped by a password alone, nor by a wrong code", async () => {
    const { service, person, reset } = await begin();
    await reset();
    service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.typeCode(signIn, "app", person.appCode(9))).body.code).toBe("wrong_code");
    service.pass(day);
    await service.runSchedule();
    expect(await stateOf(person)).toBe("complete");
  });

  it("is either stopped or carried out, whichever is first, and never both", async () => {
    const { service, person, reset } = await begin();
    await reset();
    const link = await person.mailedLink("stop-two-factor-reset");
    service.pass(day);
    const [stopped] = await Promise.all([
      service.post("/v1/two-factor-reset/stop", { link }),
      service.runSchedule(),
      person.startSignIn(),
    ]);
    const types = await typesOf(person.accountId);
    const happened = types.filter((type) => type === "two_factor_reset" || type === "two_factor_reset_stopped");
    expect(happened).toEqual([stopped.status === 204 ? "two_factor_reset_stopped" : "two_factor_reset"]);
    expect(await stateOf(person)).toBe(stopped.status === 204 ? "second_step" : "complete");
  });

  it("that is stopped between a sign-in's reading and its writing leaves two-factor on", async () => {
    const { service, person, reset } = await begin();
    await reset();
    const link = await person.mailedLink("stop-two-factor-reset");
    const stop = () => service.post("/v1/two-factor-reset/stop", { link });
    const late = new Service({}, { DB: interruptedDatabase(2, stop) });
    service.pass(day);
    late.now = service.now;
    expect((await late.post("/v1/sign-in", person)).body.status).toBe("second_step");
  });

  it("begins once however often it is asked, and is mailed once", async () => {
    const { person, reset } = await begin();
    const answers = await Promise.all(Array.from({ length: 5 }, reset));
    expect(new Set(answers.map(({ body }) => body.readyAt)).size).toBe(1);
    const told = (await subjects(person)).filter((each) => /about to be turned off/.test(each));
    expect(told).toHaveLength(1);
    expect((await typesOf(person.accountId)).filter((type) => type === "operator_began_two_factor_reset")).toHaveLength(
      1,
    );
  });

  it("is taken back by an operator, who tells; a second time there is nothing to take back", async () => {
    const { service, person, reset, cancel } = await begin();
    await reset();
    expect((await cancel()).status).toBe(204);
    expect((await cancel()).status).toBe(404);
    expect(await subjects(person)).toContain("Your two-factor authentication stays on");
    service.pass(day);
    await service.runSchedule();
    expect(await stateOf(person)).toBe("second_step");
  });

  it("needs two-factor to be on, and a person", async () => {
    const { service, operator } = await begin();
    const plain = await Person.signUp(service);
    const path = (id: string) => `/v1/admin/people/${id}/two-factor-reset`;
    expect((await service.post(path(plain.accountId), {}, operator)).body.code).toBe("two_factor_off");
    expect((await service.post(path("nobody"), {}, operator)).body.code).toBe("not_found");
  });

  it("ends with 'this wasn't me'", async () => {
    const { service, person, reset } = await begin();
    await reset();
    const link = await person.mailedLink("not-me");
    expect((await service.post("/v1/not-me", { link })).status).toBe(204);
    const waiting = env.DB.prepare("SELECT count(*) AS n FROM two_factor_resets WHERE account_id = ?");
    expect(await waiting.bind(person.accountId).first("n")).toBe(0);
  });
});
