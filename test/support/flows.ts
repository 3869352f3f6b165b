import { authenticatorOf, stepUpByPasskey, turnOnPasskey } from "./passkey.ts";
import { askResetLink, unlockSignIn } from "./password-reset.ts";
import type { Person } from "./person.ts";
import type { TestAnswer } from "./service.ts";
import { SoftwareAuthenticator } from "./software-authenticator.ts";

/** What a password is changed to. */
export const newPassword = "seven lanterns on a pier";

/** Something a person does in one request. */
export interface Flow {
  /** What was done before, by somebody who has just made an account. */
  given?: (person: Person) => Promise<void>;
  /** The request; whatever it needs beforehand (a code, a sign-in) it gets while nothing fails. */
  ready: (person: Person) => Promise<() => Promise<TestAnswer>>;
  status: number;
  /** What signs in when it is done, if not the same as before; null where nothing does. */
  signsInBy?: (person: Person) => Promise<{ email?: string; password?: string } | null>;
}

const withApp = async (person: Person) => void (await person.turnOnApp());
const withAppElevated = async (person: Person) => {
  await person.turnOnApp();
  await person.stepUp();
};
/** E-mail is on as a second step. */
export const withEmail = async (person: Person) => void (await person.turnOnEmail());
const firstMethod = async (person: Person) => (await person.account()).body.twoFactor.methods[0].id;

/** Starts a sign-in and answers the secret of its second step. */
export async function secondStep(person: Person): Promise<string> {
  person.service.pass(60);
  return (await person.startSignIn()).body.signIn;
}

/** Where a person is about to move their account. */
const movedTo = new Map<Person, string>();

/** How a person's remembered browser says that it is. */
const browserOf = new Map<Person, Record<string, string>>();

/** Every flow that changes an account, by what a person would call it. */
export const flows: Record<string, Flow> = {
  "change the password": {
    ready: async (person) => () =>
      person.service.put("/v1/account/password", { currentPassword: person.password, newPassword }, person),
    status: 204,
    signsInBy: async () => ({ password: newPassword }),
  },
  "sign in by password alone": { ready: async (person) => () => person.startSignIn(), status: 200 },
  "begin a sign-in that asks for an app": {
    given: withApp,
    ready: async (person) => () => person.startSignIn(),
    status: 200,
  },
  "begin a sign-in that mails a code": {
    given: withEmail,
    ready: async (person) => {
      person.service.pass(60);
      return () => person.startSignIn();
    },
    status: 200,
  },
  "prove the second step by an app": {
    given: withApp,
    ready: async (person) => {
      const signIn = await secondStep(person);
      return () => person.typeCode(signIn, "app", person.appCode());
    },
    status: 200,
  },
  "prove the second step by e-mail": {
    given: withEmail,
    ready: async (person) => {
      const signIn = await secondStep(person);
      const code = await person.service.newestCode(person.email);
      return () => person.typeCode(signIn, "email", code);
    },
    status: 200,
  },
  "prove the second step by a recovery code": {
    given: async (person) => {
      person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
    },
    ready: async (person) => {
      const signIn = await secondStep(person);
      return () => person.typeCode(signIn, "recovery", person.recoveryCodes[0] ?? "");
    },
    status: 200,
  },
  "start to set an app up": {
    ready: async (person) => () => person.service.post("/v1/account/two-factor/app", {}, person),
    status: 201,
  },
  "confirm an app": {
    ready: async (person) => {
      const { body } = await person.service.post("/v1/account/two-factor/app", {}, person);
      person.uri = body.uri;
      const path = `/v1/account/two-factor/app/${body.id}/confirm`;
      return () => person.service.post(path, { code: person.appCode() }, person);
    },
    status: 200,
  },
  "start to set e-mail up": {
    ready: async (person) => {
      person.service.pass(60);
      return () => person.service.post("/v1/account/two-factor/email", {}, person);
    },
    status: 202,
  },
  "confirm e-mail": {
    ready: async (person) => {
      person.service.pass(60);
      const { id } = (await person.service.post("/v1/account/two-factor/email", {}, person)).body;
      const code = await person.service.newestCode(person.email);
      return () => person.service.post(`/v1/account/two-factor/email/${id}/confirm`, { code }, person);
    },
    status: 200,
  },
  "step up by password": {
    ready: async (person) => () => person.service.post("/v1/step-up", { password: person.password }, person),
    status: 200,
  },
  "step up by an app": {
    given: withApp,
    ready: async (person) => {
      person.service.pass(60);
      return () => person.service.post("/v1/step-up", { method: "app", code: person.appCode() }, person);
    },
    status: 200,
  },
  "add a passkey": {
    ready: async (person) => {
      const authenticator = await SoftwareAuthenticator.make();
      const { body: asked } = await person.service.post("/v1/account/passkeys/options", {}, person);
      const response = await authenticator.create(asked);
      authenticatorOf.set(person, authenticator);
      return () => person.service.post("/v1/account/passkeys", { id: asked.id, response }, person);
    },
    status: 201,
  },
  "sign in by a passkey alone": {
    given: async (person) => void (await turnOnPasskey(person)),
    ready: async (person) => {
      const { body: asked } = await person.service.post("/v1/sign-in/passkey/options");
      const response = await authenticatorOf.get(person)?.get(asked);
      return () => person.service.post("/v1/sign-in/passkey", { id: asked.id, response });
    },
    status: 200,
  },
  "ask for nothing weaker than a passkey": {
    given: async (person) => void (await stepUpByPasskey(person, await turnOnPasskey(person))),
    ready: async (person) => () => person.service.put("/v1/account/two-factor/passkeys-only", { on: true }, person),
    status: 200,
  },
  "remove the last method": {
    given: withAppElevated,
    ready: async (person) => {
      const id = await firstMethod(person);
      return () => person.service.delete(`/v1/account/two-factor/${id}`, person);
    },
    status: 204,
  },
  "turn two-factor off": {
    given: withAppElevated,
    ready: async (person) => () => person.service.delete("/v1/account/two-factor", person),
    status: 204,
  },
  "renew the recovery codes": {
    given: withAppElevated,
    ready: async (person) => () => person.service.post("/v1/account/recovery-codes", {}, person),
    status: 201,
  },
  "choose the preferred method": {
    given: withApp,
    ready: async (person) => {
      const preferred = await firstMethod(person);
      return () => person.service.patch("/v1/account/two-factor", { preferred }, person);
    },
    status: 200,
  },
  "reset the password": {
    ready: async (person) => {
      person.service.pass(60);
      const { id } = (await person.service.post("/v1/password-reset", { email: person.email })).body.reset;
      const code = await person.service.newestCode(person.email);
      return () => person.service.post("/v1/password-reset/confirm", { id, code, newPassword });
    },
    status: 200,
    signsInBy: async () => ({ password: newPassword }),
  },
  "reset the password with an app on": {
    given: withApp,
    ready: async (person) => {
      person.service.pass(60);
      const { id } = (await person.service.post("/v1/password-reset", { email: person.email })).body.reset;
      const code = await person.service.newestCode(person.email);
      return () => person.service.post("/v1/password-reset/confirm", { id, code, newPassword });
    },
    status: 200,
    signsInBy: async () => ({ password: newPassword }),
  },
  "reset the password by the link of the mail": {
    ready: async (person) => {
      const link = await askResetLink(person);
      return () => person.service.post("/v1/password-reset/confirm", { link, newPassword });
    },
    status: 200,
    signsInBy: async () => ({ password: newPassword }),
  },
  "ask for an unlock": {
    ready: async (person) => {
      person.service.pass(60);
      return () => person.service.post("/v1/sign-in/unlock", { email: person.email });
    },
    status: 202,
  },
  "unlock the sign-in": {
    ready: async (person) => {
      person.service.pass(60);
      await person.service.post("/v1/sign-in/unlock", { email: person.email });
      const link = await person.mailedLink("unlock");
      return () => person.service.post("/v1/sign-in/unlock/confirm", { link });
    },
    status: 200,
  },
  "sign in by an unlock": {
    ready: async (person) => {
      const unlock = await unlockSignIn(person);
      return () => person.service.post("/v1/sign-in", { email: person.email, password: person.password, unlock });
    },
    status: 200,
  },
  "ask for a reset": {
    ready: async (person) => {
      person.service.pass(60);
      return () => person.service.post("/v1/password-reset", { email: person.email });
    },
    status: 202,
  },
  "sign out": {
    ready: async (person) => {
      const { session } = (await person.startSignIn()).body;
      return () => person.service.delete("/v1/session", session);
    },
    status: 204,
  },
  "sign in from a remembered browser": {
    given: async (person) => {
      await person.turnOnApp();
      browserOf.set(person, await person.rememberBrowser());
    },
    ready: async (person) => () => person.startSignIn(person.password, browserOf.get(person)),
    status: 200,
  },
  "prove the second step and have the browser remembered": {
    given: withApp,
    ready: async (person) => {
      const signIn = await secondStep(person);
      const proof = { signIn, method: "app", rememberDevice: true };
      return () => person.service.post("/v1/sign-in/code", { ...proof, code: person.appCode() });
    },
    status: 200,
  },
  "forget every browser": {
    given: async (person) => {
      await person.turnOnApp();
      await person.rememberBrowser();
    },
    ready: async (person) => () => person.service.delete("/v1/account/devices", person),
    status: 204,
  },
  "end the other sessions": {
    given: async (person) => void (await person.startSignIn()),
    ready: async (person) => () => person.service.delete("/v1/account/sessions", person),
    status: 204,
  },
  "ask for another address": {
    given: (person) => person.stepUpByPassword(),
    ready: async (person) => {
      person.service.pass(60);
      const newEmail = `moved-${crypto.randomUUID()}@example.com`;
      return () => person.service.put("/v1/account/email", { newEmail }, person);
    },
    status: 202,
  },
  "move to another address": {
    given: (person) => person.stepUpByPassword(),
    ready: async (person) => {
      person.service.pass(60);
      const newEmail = `moved-${crypto.randomUUID()}@example.com`;
      await person.service.put("/v1/account/email", { newEmail }, person);
      const code = await person.service.newestCode(newEmail);
      movedTo.set(person, newEmail);
      return () => person.service.post("/v1/account/email/confirm", { code }, person);
    },
    status: 200,
    signsInBy: async (person) => ({ email: movedTo.get(person) }),
  },
  "undo the move to another address": {
    given: async (person) => {
      await person.stepUpByPassword();
      await person.moveAddress();
    },
    ready: async (person) => {
      const link = await person.mailedLink("undo-email");
      return () => person.service.post("/v1/account/email/undo", { link });
    },
    status: 204,
    signsInBy: async () => null,
  },
  "say that it was not me": {
    given: async (person) => {
      await person.service.put("/v1/account/password", { currentPassword: person.password, newPassword }, person);
    },
    ready: async (person) => {
      const link = await person.mailedLink("not-me");
      return () => person.service.post("/v1/not-me", { link });
    },
    status: 204,
    signsInBy: async () => null,
  },
  "delete the account": {
    given: (person) => person.stepUpByPassword(),
    ready: async (person) => () => person.service.send("DELETE", "/v1/account", { body: {}, token: person.token }),
    status: 204,
  },
};
