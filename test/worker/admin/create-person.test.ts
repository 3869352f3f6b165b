import { env } from "cloudflare:test";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { person as personSchema } from "../../../shared/contract/admin.ts";
import { operatorWith } from "../../support/operator.ts";
import { Person, proveBySignIn, wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { codeFor, exchange, siteSettings, userInfo } from "../../support/site.ts";

const password = "a quiet harbour at dawn";
const newEmail = () => `made-${crypto.randomUUID()}@example.com`;

async function begin() {
  const service = new Service();
  const operator = await operatorWith(service, ["people:write", "people:read"]);
  const create = (body: object) => service.post("/v1/admin/people", body, operator);
  return { service, operator, create };
}

describe("a person who is made by an operator", () => {
  it("signs in by the password that was given, and is told by mail and activity who made the account", async () => {
    const { service, create } = await begin();
    const email = newEmail();
    const { status, body } = await create({ email, password, locale: "es" });
    expect(status).toBe(201);
    expect(v.parse(personSchema, body)).toMatchObject({ email, locale: "es", status: "active" });
    const { session } = (await proveBySignIn(service, { email, password })).body;
    const { events } = (await service.get("/v1/account/activity", session)).body;
    expect(events.at(-1)).toMatchObject({
      type: "operator_created_account",
      detail: { operator: "support" },
      ip: "",
      userAgent: "",
    });
    const mail = (await service.mailsTo(email)).find(({ subject }) => /Se ha creado una cuenta/.test(subject));
    expect(mail?.text).toContain("Administrador: support");
  });

  it("proves the address by the code that the first sign-in asks for, and no other way; sites are told by the row", async () => {
    const service = new Service(await siteSettings());
    const operator = await operatorWith(service, ["people:write"]);
    const email = newEmail();
    const { body: made } = await service.post("/v1/admin/people", { email, password }, operator);
    const unproved = () => env.DB.prepare("SELECT unproved FROM accounts WHERE id = ?").bind(made.id).first("unproved");
    expect(await unproved()).toBe(1);
    const { body: started } = await service.post("/v1/sign-in", { email, password });
    const wrong = { signIn: started.signIn, method: "email", code: wrongCode(await service.newestCode(email)) };
    expect((await service.post("/v1/sign-in/code", wrong)).body.code).toBe("wrong_code");
    expect(await unproved()).toBe(1);
    service.pass(60);
    const { session } = (await proveBySignIn(service, { email, password })).body;
    expect(await unproved()).toBe(0);
    expect((await service.post("/v1/sign-in", { email, password })).body.status).toBe("complete");

    const person = Object.assign(await Person.signUp(service), { token: session.token });
    const said = async () => {
      const { access_token, id_token } = (await exchange(service, await codeFor(person))).body;
      const [, claims = ""] = id_token.split(".");
      const idToken = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/")));
      const info = (await userInfo(service, access_token)).body;
      return [idToken.email, idToken.email_verified, info.email, info.email_verified];
    };
    expect(await said()).toEqual([email, true, email, true]);
    await env.DB.prepare("UPDATE accounts SET unproved = 1 WHERE id = ?").bind(made.id).run();
    expect(await said()).toEqual([email, false, email, false]);
  });

  it("without a password signs in by none until one is chosen by a mailed code", async () => {
    const { service, create } = await begin();
    const email = newEmail();
    const { body } = await create({ email });
    expect(body).toMatchObject({ status: "invited", passwordChangedAt: null });
    for (const tried of ["", "x", password]) {
      expect((await service.post("/v1/sign-in", { email, password: tried })).body.status).not.toBe("complete");
    }
    const { id } = (await service.post("/v1/password-reset", { email })).body.reset;
    const code = await service.newestCode(email);
    const set = await service.post("/v1/password-reset/confirm", { id, code, newPassword: password });
    expect(set.body.status).toBe("complete");
  });

  it("is made once, of many at once too, and the address is free for nobody else", async () => {
    const { create } = await begin();
    const email = newEmail();
    const answers = await Promise.all(
      [email, email.toUpperCase(), email].map((each) => create({ email: each, password })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("account_exists");
  });

  it("gets no password that the policy refuses", async () => {
    const { create } = await begin();
    expect((await create({ email: newEmail(), password: "password1" })).body).toMatchObject({
      code: "password_rejected",
      reasons: ["too_common"],
    });
  });
});
