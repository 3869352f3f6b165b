import { expect } from "vitest";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { totpCode } from "../../shared/otp/totp.ts";
import type { Service, TestAnswer } from "./service.ts";

/** A page of ours that a mail links to. */
type MailedPage = "reset" | "unlock" | "not-me" | "undo-email" | "accept-invitation" | "stop-two-factor-reset";

let people = 0;

/** A code that is wrong for sure: another one than `code`. */
export function wrongCode(code = "000000"): string {
  return code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
}

/** The newest link to a page of ours that was mailed to `address`; the text after `?link=`. */
export async function mailedLink(service: Service, page: MailedPage, address: string): Promise<string> {
  const mails = await service.mailsTo(address);
  const link = mails.flatMap(({ text }) => text.match(new RegExp(`/${page}\\?link=(\\S+)`))?.[1] ?? [])[0];
  if (!link) throw new Error(`no link to ${page} was mailed to ${address}`);
  return link;
}

/** Somebody with an account, who does over HTTP what people do. */
export class Person {
  password = "a quiet harbour at dawn";
  token = "";
  accountId = "";
  /** The otpauth URI of the app set up last. */
  uri = "";
  /** The recovery codes that were shown last. */
  recoveryCodes: string[] = [];

  private constructor(
    readonly service: Service,
    public email: string,
  ) {}

  /** Makes an account and proves its address; signed in from then on. */
  static async signUp(
    service: Service,
    email = `person-${++people}-${crypto.randomUUID()}@example.com`,
  ): Promise<Person> {
    const person = new Person(service, email);
    const created = await service.post("/v1/accounts", { email, password: person.password });
    const { id } = created.body.verification;
    const verified = await service.post("/v1/accounts/verify", { id, code: await service.newestCode(email) });
    expect(verified.status).toBe(201);
    person.token = verified.body.session.token;
    person.accountId = verified.body.account.id;
    return person;
  }

  /** Turns two-factor on by an app; answers the confirmation. */
  async turnOnApp(name?: string): Promise<TestAnswer> {
    const enrolment = await this.service.post("/v1/account/two-factor/app", name ? { name } : {}, this);
    expect(enrolment.status).toBe(201);
    this.uri = enrolment.body.uri;
    return this.service.post(`/v1/account/two-factor/app/${enrolment.body.id}/confirm`, { code: this.appCode() }, this);
  }

  /** Turns two-factor on by e-mail; answers the confirmation. */
  async turnOnEmail(): Promise<TestAnswer> {
    const enrolment = await this.service.post("/v1/account/two-factor/email", {}, this);
    expect(enrolment.status).toBe(202);
    const code = await this.service.newestCode(this.email);
    return this.service.post(`/v1/account/two-factor/email/${enrolment.body.id}/confirm`, { code }, this);
  }

  /** What the app shows now, or `steps` of 30 s later. */
  appCode(steps = 0): string {
    const key = parseOtpauthUri(this.uri);
    if (!key.ok || key.value.type !== "totp") throw new Error("no app is set up");
    return totpCode(key.value, this.service.now + steps * 30_000);
  }

  /** Types the password; `headers` say from which browser or network. */
  startSignIn(password = this.password, headers: Record<string, string> = {}): Promise<TestAnswer> {
    return this.service.post("/v1/sign-in", { email: this.email, password }, { headers });
  }

  /** Types a code for the second step. */
  typeCode(signIn: string, method: "app" | "email" | "recovery", code: string): Promise<TestAnswer> {
    return this.service.post("/v1/sign-in/code", { signIn, method, code });
  }

  /** Signs in by password and app, and has this browser remembered; answers the header that it sends from then on. */
  async rememberBrowser(): Promise<{ "Latchkey-Device": string }> {
    this.service.pass(60);
    const { signIn } = (await this.startSignIn()).body;
    const proof = { signIn, method: "app", code: this.appCode(), rememberDevice: true };
    const { body } = await this.service.post("/v1/sign-in/code", proof);
    expect(body.device.token).toMatch(/^[\w-]{43}$/);
    return { "Latchkey-Device": body.device.token };
  }

  /** Steps up by the password, which is all that there is without two-factor. */
  async stepUpByPassword(): Promise<void> {
    const answer = await this.service.post("/v1/step-up", { password: this.password }, this);
    expect(answer.status).toBe(200);
    this.token = answer.body.session.token;
  }

  /** Steps up by a code that is mailed. */
  async stepUpByEmail(): Promise<void> {
    this.service.pass(30);
    expect((await this.service.post("/v1/step-up/email-code", {}, this)).status).toBe(202);
    const code = await this.service.newestCode(this.email);
    const answer = await this.service.post("/v1/step-up", { method: "email", code }, this);
    expect(answer.status).toBe(200);
    this.token = answer.body.session.token;
  }

  /** Moves the account to another address; answers it. Needs a step-up before. */
  async moveAddress(): Promise<string> {
    const newEmail = `moved-${crypto.randomUUID()}@example.com`;
    expect((await this.service.put("/v1/account/email", { newEmail }, this)).status).toBe(202);
    const code = await this.service.newestCode(newEmail);
    expect((await this.service.post("/v1/account/email/confirm", { code }, this)).status).toBe(200);
    return newEmail;
  }

  /** The newest link to a page of ours that was mailed to `address`; the text after `?link=`. */
  mailedLink(page: MailedPage, address = this.email): Promise<string> {
    return mailedLink(this.service, page, address);
  }

  /** Steps up by an app's code that is still unused. */
  async stepUp(): Promise<void> {
    this.service.pass(30);
    const answer = await this.service.post("/v1/step-up", { method: "app", code: this.appCode() }, this);
    expect(answer.status).toBe(200);
    this.token = answer.body.session.token;
  }

  account(): Promise<TestAnswer> {
    return this.service.get("/v1/account", this);
  }
}

/** Signs in to an account whose address nobody has proved, by the password and the code that is mailed; answers that. */
export async function proveBySignIn(
  service: Service,
  { email, password }: { email: string; password: string },
): Promise<TestAnswer> {
  const { body } = await service.post("/v1/sign-in", { email, password });
  expect(body).toMatchObject({ status: "second_step", preferred: "email" });
  const code = await service.newestCode(email);
  return service.post("/v1/sign-in/code", { signIn: body.signIn, method: "email", code });
}
