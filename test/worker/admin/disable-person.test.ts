import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { interruptedDatabase } from "../../support/interrupted-database.ts";
import { operatorWith } from "../../support/operator.ts";
import { signInByPasskey, turnOnPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

async function begin() {
  const service = new Service();
  const person = await Person.signUp(service);
  const operator = await operatorWith(service, ["people:write"]);
  const path = `/v1/admin/people/${person.accountId}`;
  const set = (disabled: boolean) => service.patch(path, { disabled }, operator);
  const subjects = async () => (await service.mailsTo(person.email)).map(({ subject }) => subject);
  return { service, person, operator, path, set, subjects };
}

describe("a disabled person", () => {
  it("is signed out everywhere and kept out, and told by mail; only the right password is told why", async () => {
    const { service, person, set, subjects } = await begin();
    expect((await set(true)).body).toMatchObject({ status: "disabled", disabledAt: expect.any(String) });
    expect((await service.get("/v1/session", person)).status).toBe(401);
    expect((await person.startSignIn()).body.code).toBe("account_disabled");
    expect((await person.startSignIn("not their password")).body.code).toBe("wrong_credentials");
    expect((await set(true)).status).toBe(200);
    expect((await subjects()).filter((each) => each === "Your Latchkey account was disabled")).toHaveLength(1);
    expect((await set(false)).body).toMatchObject({ status: "active", disabledAt: null });
    expect((await person.startSignIn()).body.status).toBe("complete");
    expect((await subjects())[0]).toBe("Your Latchkey account is active again");
  });

  it("gets in by no other way: not by a reset, not by a sign-in in progress, not by a remembered browser", async () => {
    const { service, person, set } = await begin();
    await person.turnOnApp();
    const browser = await person.rememberBrowser();
    service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    const { id } = (await service.post("/v1/password-reset", { email: person.email })).body.reset;
    const code = await service.newestCode(person.email);
    await set(true);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
    expect((await person.startSignIn(person.password, browser)).body.code).toBe("account_disabled");
    const newPassword = "seven lanterns on a pier";
    const confirm = (wish: object) => service.post("/v1/password-reset/confirm", { newPassword, ...wish });
    expect((await confirm({ id, code })).body.code).toBe("code_expired");
    service.pass(60);
    const again = (await service.post("/v1/password-reset", { email: person.email })).body.reset;
    const late = await confirm({ id: again.id, code: await service.newestCode(person.email) });
    expect(late.body.code).toBe("account_disabled");
    const sessions = env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE account_id = ?").bind(person.accountId);
    expect(await sessions.first("n")).toBe(0);
  });

  it("gets in by no passkey, and is told why", async () => {
    const { person, set } = await begin();
    const authenticator = await turnOnPasskey(person);
    await set(true);
    expect((await signInByPasskey(person, authenticator)).body.code).toBe("account_disabled");
  });

  it("gets no session whose password was being checked at that moment", async () => {
    const { person, set } = await begin();
    const service = new Service({}, { DB: interruptedDatabase(2, () => set(true)) });
    service.now = person.service.now;
    expect((await service.post("/v1/sign-in", person)).body.code).toBe("wrong_credentials");
    const sessions = env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE account_id = ?").bind(person.accountId);
    expect(await sessions.first("n")).toBe(0);
  });
});

describe("a person who must choose a new password", () => {
  it("is signed out everywhere, told once, and gets in by a reset alone", async () => {
    const { service, person, operator, path, subjects } = await begin();
    const require = () => service.post(`${path}/password-reset`, {}, operator);
    const answers = await Promise.all([require(), require(), require()]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await service.get("/v1/session", person)).status).toBe(401);
    expect((await person.startSignIn()).body.code).toBe("password_reset_required");
    expect((await subjects()).filter((each) => each === "Your Latchkey account needs a new password")).toHaveLength(1);
    service.pass(60);
    const { id } = (await service.post("/v1/password-reset", { email: person.email })).body.reset;
    const newPassword = "seven lanterns on a pier";
    const code = await service.newestCode(person.email);
    const set = await service.post("/v1/password-reset/confirm", { id, code, newPassword });
    expect(set.body.status).toBe("complete");
    const { events } = (await service.get("/v1/account/activity", set.body.session)).body;
    const told = events.filter(({ type }: { type: string }) => type === "operator_required_password_reset");
    expect(told).toHaveLength(1);
  });
});

describe("a person who is deleted", () => {
  it("leaves nothing but a last mail and the line in the operator log", async () => {
    const { service, person, operator, path, subjects } = await begin();
    expect((await service.delete(path, operator)).status).toBe(204);
    expect((await service.delete(path, operator)).status).toBe(404);
    expect((await subjects())[0]).toBe("Your Latchkey account was deleted");
    expect((await person.startSignIn()).body.code).toBe("wrong_credentials");
    const { results } = await env.DB.prepare("SELECT did, account_id, status FROM operator_calls WHERE operator_id = ?")
      .bind(operator.id)
      .all();
    expect(results).toEqual([
      { did: "operator_deleted_account", account_id: person.accountId, status: 204 },
      { did: null, account_id: null, status: 404 },
    ]);
  });
});
