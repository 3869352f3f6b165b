import { randomUUID } from "node:crypto";
import type { TotpKey } from "../../../shared/otp/otp-key.ts";
import { totpCode } from "../../../shared/otp/totp.ts";
import { type Call, call, cookiesOf, type Sent } from "./call.ts";

export const password = "a long way to the harbour";

/** Seconds: longer than a code of an app lasts, and than what five mails an hour leave between two. */
export const pause = { nextCode: 30, nextMail: 13 * 60 };

export interface Person {
  email: string;
  token: string;
  cookie: string;
}

export interface PersonWithApp extends Person {
  secret: string;
  recoveryCodes: string[];
}

/** What a request says of who sends it: the headers of the platform and of the browser. */
export type Caller = () => Record<string, string>;

/** People of a Latchkey, and the requests that they make. */
export class LatchkeyPeople {
  readonly #address: string;
  readonly #caller: Caller;
  /** Others than those of an earlier run, over a database that was kept. */
  readonly #run = randomUUID().slice(0, 8);
  #people = 0;

  constructor(address: string, caller: Caller = () => ({})) {
    this.#address = address;
    this.#caller = caller;
  }

  send(method: string, path: string, sent: Sent = {}): Promise<Call> {
    return call(method, `${this.#address}${path}`, { ...sent, headers: { ...this.#caller(), ...sent.headers } });
  }

  /** Posts as an extension does, by bearer token. */
  post(path: string, body: unknown, token?: string): Promise<Call> {
    return this.send("POST", path, { body, headers: { "Latchkey-Session": "bearer", ...bearer(token) } });
  }

  /** Moves the service's clock on; answers what it shows, in milliseconds since 1970. */
  async pass(seconds: number): Promise<number> {
    return (await this.send("GET", `/bench/pass?seconds=${seconds}`)).body.now;
  }

  newAddress(): string {
    return `bench-${this.#run}-${this.#people++}@example.com`;
  }

  ask = (email: string) => this.post("/v1/accounts", { email, password });
  signIn = (email: string) => this.post("/v1/sign-in", { email, password });
  secondStep = (signIn: string, method: string, code: string) =>
    this.post("/v1/sign-in/code", { signIn, method, code });
  enrolApp = (token: string) => this.post("/v1/account/two-factor/app", {}, token);
  confirmApp = (id: string, code: string, token: string) =>
    this.post(`/v1/account/two-factor/app/${id}/confirm`, { code }, token);

  /** The six digits of the newest mail to an address, once it is there: mails go out after the answer. */
  async mailedCode(email: string): Promise<string> {
    for (;;) {
      const mails: { to: string; text: string }[] = (await this.send("GET", "/mailbox.json")).body;
      const code = mails.filter(({ to }) => to === email).flatMap(({ text }) => /^\d{6}$/m.exec(text) ?? [])[0];
      if (code !== undefined) return code;
    }
  }

  async codeNow(secret: string): Promise<string> {
    return totpCode(totpKey(secret), await this.pass(0));
  }

  async newPerson(): Promise<Person> {
    const email = this.newAddress();
    const { id } = (await this.ask(email)).body.verification;
    const verified = await this.post("/v1/accounts/verify", { id, code: await this.mailedCode(email) });
    const cookie = cookiesOf(await this.send("POST", "/v1/sign-in", { body: { email, password } }));
    return { email, token: verified.body.session.token, cookie };
  }

  async newPersonWithApp(): Promise<PersonWithApp> {
    const person = await this.newPerson();
    const { id, secret } = (await this.enrolApp(person.token)).body;
    const confirmed = await this.confirmApp(id, await this.codeNow(secret), person.token);
    return { ...person, secret, recoveryCodes: confirmed.body.recoveryCodes };
  }

  async newPersonWithEmail(): Promise<Person> {
    const person = await this.newPerson();
    const { id } = (await this.post("/v1/account/two-factor/email", {}, person.token)).body;
    const code = await this.mailedCode(person.email);
    await this.post(`/v1/account/two-factor/email/${id}/confirm`, { code }, person.token);
    return person;
  }
}

/** The header that carries a bearer token. */
export function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

function totpKey(secret: string): TotpKey {
  return { type: "totp", secret, algorithm: "SHA1", digits: 6, period: 30, issuer: "", account: "" };
}
