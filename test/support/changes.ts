import { expect } from "vitest";
import type { Change } from "../../worker/ends.ts";
import { operatorWith } from "./operator.ts";
import { administer, administratorOf, makeTwoFactorResetDue } from "./owner.ts";
import { stepUpByPasskey, turnOnPasskey } from "./passkey.ts";
import { newPassword, resetPassword } from "./password-reset.ts";
import { Person } from "./person.ts";
import { Service, type TestAnswer } from "./service.ts";
import { siteSettings } from "./site.ts";

/** Something that is done to an account of which things have begun. */
export interface Act {
  /** What was done before anything began; answers the change itself. */
  ready: (person: Person) => Promise<() => Promise<TestAnswer>>;
  status: number;
}

const changePassword = (person: Person, signOutOthers: boolean) =>
  person.service.put("/v1/account/password", { currentPassword: person.password, newPassword, signOutOthers }, person);
const asAdministrator = (person: Person) => administratorOf(person).operator;
const pathOf = (person: Person) => `/v1/admin/people/${person.accountId}`;
const withNewPassword = async (person: Person, answer: Promise<TestAnswer>) => {
  const answered = await answer;
  if (answered.status < 300) person.password = newPassword;
  return answered;
};

/** How each change of the table is made; the reset that waits has a test of its own. */
export const acts: Record<Exclude<Change, "reset_wait_begun">, Act> = {
  password_changed: {
    ready: async (person) => () => withNewPassword(person, changePassword(person, false)),
    status: 204,
  },
  password_changed_signing_out_others: {
    ready: async (person) => () => withNewPassword(person, changePassword(person, true)),
    status: 204,
  },
  password_reset: {
    ready: async (person) => () => withNewPassword(person, resetPassword(person)),
    status: 200,
  },
  password_reset_required: {
    ready: async (person) => () => person.service.post(`${pathOf(person)}/password-reset`, {}, asAdministrator(person)),
    status: 204,
  },
  email_changed: {
    ready: async (person) => async () => {
      person.service.pass(30);
      const newEmail = `moved-${crypto.randomUUID()}@example.com`;
      await person.service.put("/v1/account/email", { newEmail }, person);
      const code = await person.service.newestCode(newEmail);
      person.email = newEmail;
      return person.service.post("/v1/account/email/confirm", { code }, person);
    },
    status: 200,
  },
  email_change_undone: {
    ready: async (person) => {
      const old = person.email;
      person.email = await person.moveAddress();
      const link = await person.mailedLink("undo-email", old);
      return () => {
        person.email = old;
        return person.service.post("/v1/account/email/undo", { link });
      };
    },
    status: 204,
  },
  method_added: {
    ready: async (person) => async () => {
      await turnOnPasskey(person);
      return person.account();
    },
    status: 200,
  },
  method_removed: {
    ready: async (person) => {
      await turnOnPasskey(person);
      const { methods } = (await person.account()).body.twoFactor;
      const { id } = methods.find(({ type }: { type: string }) => type === "passkey");
      return () => person.service.delete(`/v1/account/two-factor/${id}`, person);
    },
    status: 204,
  },
  two_factor_off: {
    ready: async (person) => () => person.service.delete("/v1/account/two-factor", person),
    status: 204,
  },
  two_factor_reset: {
    ready: async (person) => async () => {
      await person.service.post(`${pathOf(person)}/two-factor-reset`, {}, asAdministrator(person));
      await makeTwoFactorResetDue(person.accountId);
      await person.service.runSchedule();
      const { body, status, headers } = await person.service.get(pathOf(person), asAdministrator(person));
      expect(body.twoFactor.enabled).toBe(false);
      return { body, status, headers };
    },
    status: 200,
  },
  passkeys_only_changed: {
    ready: async (person) => {
      await stepUpByPasskey(person, await turnOnPasskey(person));
      return () => person.service.put("/v1/account/two-factor/passkeys-only", { on: true }, person);
    },
    status: 200,
  },
  recovery_codes_renewed: {
    ready: async (person) => () => person.service.post("/v1/account/recovery-codes", {}, person),
    status: 201,
  },
  reported_not_me: {
    ready: async (person) => {
      const link = await person.mailedLink("not-me");
      return () => person.service.post("/v1/not-me", { link });
    },
    status: 204,
  },
  disabled: {
    ready: async (person) => async () => {
      const answer = await person.service.patch(pathOf(person), { disabled: true }, asAdministrator(person));
      // What ended stays so when the account is open again.
      await person.service.patch(pathOf(person), { disabled: false }, asAdministrator(person));
      return answer;
    },
    status: 200,
  },
  deletion_requested: {
    ready: async (person) => () => person.service.delete("/v1/account", { token: person.token, body: {} }),
    status: 204,
  },
  sessions_ended: {
    ready: async (person) => () => person.service.delete(`${pathOf(person)}/sessions`, asAdministrator(person)),
    status: 204,
  },
  other_sessions_ended: {
    ready: async (person) => () => person.service.delete("/v1/account/sessions", person),
    status: 204,
  },
};

/** Somebody with an app and e-mail as methods, who has just stepped up. */
export async function someone(): Promise<Person> {
  const service = new Service(await siteSettings());
  const person = await Person.signUp(service);
  administer(person, await operatorWith(service));
  person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
  service.pass(30);
  await person.turnOnEmail();
  await person.stepUp();
  return person;
}
