import { bearer, type Caller, LatchkeyPeople, type Person, password, pause } from "./latchkey-people.ts";
import type { Operations } from "./operation.ts";

/** Two lines of the table mail a code each round: among so many people nobody meets the limit of a day (promise G7). */
const peopleOfMail = 4;

/** All that is measured, over the service at `address`; `caller` says who sends each request, where the platform would. */
export async function latchkeyOperations(address: string, caller?: Caller): Promise<Operations> {
  const people = new LatchkeyPeople(address, caller);
  const one = await people.newPerson();
  let withApp = await people.newPersonWithApp();
  const withEmail: Person[] = [];
  for (let each = 0; each < peopleOfMail; each++) withEmail.push(await people.newPersonWithEmail());
  /** Whose turn it is to be mailed, once the time between two mails has passed. */
  const nextOfMail = async (): Promise<Person> => {
    await people.pass(pause.nextMail);
    const [next, ...others] = withEmail as [Person, ...Person[]];
    withEmail.splice(0, withEmail.length, ...others, next);
    return next;
  };

  return {
    "does nothing (the floor)": async () => () => people.send("GET", "/bench/floor"),
    "create an account": async () => () => people.ask(people.newAddress()),
    "prove its address": async () => {
      const email = people.newAddress();
      const { id } = (await people.ask(email)).body.verification;
      const code = await people.mailedCode(email);
      return () => people.post("/v1/accounts/verify", { id, code });
    },
    "sign in, one step": async () => () => people.signIn(one.email),
    "sign in, first step (app)": async () => () => people.signIn(withApp.email),
    "second step by app": async () => {
      await people.pass(pause.nextCode);
      const code = await people.codeNow(withApp.secret);
      const { signIn } = (await people.signIn(withApp.email)).body;
      return () => people.secondStep(signIn, "app", code);
    },
    "sign in, first step (e-mail)": async () => {
      const { email } = await nextOfMail();
      return () => people.signIn(email);
    },
    "second step by e-mail": async () => {
      const { email } = await nextOfMail();
      const { signIn } = (await people.signIn(email)).body;
      const code = await people.mailedCode(email);
      return () => people.secondStep(signIn, "email", code);
    },
    "second step by recovery code": async () => {
      if (withApp.recoveryCodes.length === 0) withApp = await people.newPersonWithApp();
      const code = withApp.recoveryCodes.pop() ?? "";
      const { signIn } = (await people.signIn(withApp.email)).body;
      return () => people.secondStep(signIn, "recovery", code);
    },
    "session check by cookie": async () => () => people.send("GET", "/v1/session", { headers: { Cookie: one.cookie } }),
    "session check by bearer": async () => () => people.send("GET", "/v1/session", { headers: bearer(one.token) }),
    "change the password": async () => {
      const { token } = await people.newPerson();
      const body = { currentPassword: password, newPassword: `${password} and back` };
      return () => people.send("PUT", "/v1/account/password", { body, headers: bearer(token) });
    },
    "set up an app": async () => {
      const { token } = await people.newPerson();
      return () => people.enrolApp(token);
    },
    "confirm an app": async () => {
      const { token } = await people.newPerson();
      const { id, secret } = (await people.enrolApp(token)).body;
      const code = await people.codeNow(secret);
      return () => people.confirmApp(id, code, token);
    },
    "list sessions": async () => () => people.send("GET", "/v1/account/sessions", { headers: bearer(one.token) }),
  };
}
