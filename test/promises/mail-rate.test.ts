import { env } from "cloudflare:test";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { Person } from "../support/person.ts";
import { nextMailGets, sentTo } from "../support/resend.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";

const password = "a quiet harbour at dawn";
const newAddress = () => `rate-${crypto.randomUUID()}@example.com`;

/** Somebody whose mails so far went into the mailbox, and from now on go by a provider. */
function byProvider(person: Person): Person {
  const settings = { MAIL: "resend", RESEND_API_KEY: "re_test", RESEND_BASE_URL: inject("resendAddress") };
  const service = new Service({ ...settings, MAIL_TIMEOUT_SECONDS: "5", MAIL_PER_SECOND: "1000" });
  person.service.pass(60);
  service.now = person.service.now;
  return Object.assign(Object.create(person) as Person, { service, token: person.token });
}

/** Something that mails a code or a link: to whom, and what it is answered. */
interface Mailing {
  service: Service;
  send: () => Promise<TestAnswer>;
  to: string;
  status: number;
  /** Uses the code or the link of the mail. */
  use: (code: string, answer: TestAnswer) => Promise<TestAnswer>;
}

const codeIn = (text: string) => /^\d{6}$/m.exec(text)?.[0] ?? "";
const linkIn = (text: string) => /\?link=(\S+)/.exec(text)?.[1] ?? "";
const asWritten = (text: string) => codeIn(text) || linkIn(text);

/** Every flow that sends a mail in which somebody waits for something. */
const mailings: Record<string, () => Promise<Mailing>> = {
  async "a new account"() {
    const { service } = byProvider(await Person.signUp(new Service()));
    const email = newAddress();
    return {
      service,
      send: () => service.post("/v1/accounts", { email, password }),
      to: email,
      status: 202,
      use: (code, { body }) => service.post("/v1/accounts/verify", { id: body.verification.id, code }),
    };
  },
  async "a new account's code once more"() {
    const person = await Person.signUp(new Service());
    const email = newAddress();
    const { id } = (await person.service.post("/v1/accounts", { email, password })).body.verification;
    const { service } = byProvider(person);
    return {
      service,
      send: () => service.post("/v1/accounts/verification", { id }),
      to: email,
      status: 202,
      use: (code) => service.post("/v1/accounts/verify", { id, code }),
    };
  },
  async "a setup of e-mail"() {
    const person = byProvider(await Person.signUp(new Service()));
    return {
      service: person.service,
      send: () => person.service.post("/v1/account/two-factor/email", {}, person),
      to: person.email,
      status: 202,
      use: (code, { body }) => person.service.post(`/v1/account/two-factor/email/${body.id}/confirm`, { code }, person),
    };
  },
  async "a sign-in by e-mail"() {
    const owner = await Person.signUp(new Service());
    await owner.turnOnEmail();
    const person = byProvider(owner);
    return {
      service: person.service,
      send: () => person.startSignIn(),
      to: person.email,
      status: 200,
      use: (code, { body }) => person.typeCode(body.signIn, "email", code),
    };
  },
  async "a sign-in's code once more"() {
    const owner = await Person.signUp(new Service());
    await owner.turnOnEmail();
    owner.service.pass(60);
    const { signIn } = (await owner.startSignIn()).body;
    const person = byProvider(owner);
    return {
      service: person.service,
      send: () => person.service.post("/v1/sign-in/email-code", { signIn }),
      to: person.email,
      status: 202,
      use: (code) => person.typeCode(signIn, "email", code),
    };
  },
  async "a step-up by e-mail"() {
    const owner = await Person.signUp(new Service());
    await owner.turnOnEmail();
    const person = byProvider(owner);
    return {
      service: person.service,
      send: () => person.service.post("/v1/step-up/email-code", {}, person),
      to: person.email,
      status: 202,
      use: (code) => person.service.post("/v1/step-up", { method: "email", code }, person),
    };
  },
  async "a change of address"() {
    const owner = await Person.signUp(new Service());
    await owner.stepUpByPassword();
    const person = byProvider(owner);
    const newEmail = newAddress();
    return {
      service: person.service,
      send: () => person.service.put("/v1/account/email", { newEmail }, person),
      to: newEmail,
      status: 202,
      use: (code) => person.service.post("/v1/account/email/confirm", { code }, person),
    };
  },
  async "a reset"() {
    const { service, email } = byProvider(await Person.signUp(new Service()));
    return {
      service,
      send: () => service.post("/v1/password-reset", { email }),
      to: email,
      status: 202,
      use: (code, { body }) =>
        service.post("/v1/password-reset/confirm", {
          id: body.reset.id,
          code,
          newPassword: "seven lanterns on a pier",
        }),
    };
  },
  async "an unlock"() {
    const { service, email } = byProvider(await Person.signUp(new Service()));
    return {
      service,
      send: () => service.post("/v1/sign-in/unlock", { email }),
      to: email,
      status: 202,
      use: (link) => service.post("/v1/sign-in/unlock/confirm", { link }),
    };
  },
  async "an invitation"() {
    const { service } = byProvider(await Person.signUp(new Service()));
    const operator = await operatorWith(service);
    const email = newAddress();
    return {
      service,
      send: () => service.post("/v1/admin/invitations", { email }, operator),
      to: email,
      status: 201,
      use: (link) => service.post("/v1/invitations/accept", { link, newPassword: "seven lanterns on a pier" }),
    };
  },
};

const waiting = async (to: string) =>
  (await env.DB.prepare("SELECT id FROM outbox WHERE recipient = ? AND is_urgent = 1").bind(to).all()).results.length;

beforeEach(emptyMailbox);

describe.each(Object.keys(mailings))("G7 with a provider that takes no mails for a while: %s", (name) => {
  it("G7 is answered as ever, waits in the outbox, goes out once, and is good", async () => {
    const mailing = await mailings[name]?.();
    if (!mailing) throw new Error(`nothing is called ${name}`);
    const { service, send, to, status, use } = mailing;
    const before = (await sentTo(to)).length;
    await nextMailGets({ status: 429, to, retryAfter: 30 });
    const answer = await send();
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect(await sentTo(to)).toHaveLength(before);
    expect(await waiting(to)).toBe(1);
    service.pass(31);
    await Promise.all([service.runSchedule(), service.runSchedule()]);
    const mails = await sentTo(to);
    expect(mails).toHaveLength(before + 1);
    expect(await waiting(to)).toBe(0);
    const used = await use(asWritten(mails.at(-1)?.text ?? ""), answer);
    expect(used.status, JSON.stringify(used.body)).toBeLessThan(300);
  });
});
