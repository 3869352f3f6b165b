import { beforeEach, describe, expect, it } from "vitest";
import { type Change, ends } from "../../worker/ends.ts";
import { administer, administratorOf, isOver, makeTwoFactorResetDue, type Thing, things } from "../support/begun.ts";
import { operatorWith } from "../support/operator.ts";
import { stepUpByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { askReset, confirmReset, newPassword, resetPassword } from "../support/password-reset.ts";
import { mailedLink, Person } from "../support/person.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";
import { siteSettings } from "../support/site.ts";

/** Something that is done to an account of which things have begun. */
interface Act {
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
const acts: Record<Exclude<Change, "reset_wait_begun">, Act> = {
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
async function someone(): Promise<Person> {
  const service = new Service(await siteSettings());
  const person = await Person.signUp(service);
  administer(person, await operatorWith(service));
  person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
  service.pass(30);
  await person.turnOnEmail();
  await person.stepUp();
  return person;
}

const isEnded = (change: Change, { endsWith }: Thing) =>
  endsWith.some((begun) => (ends[change] as readonly string[]).includes(begun));

const all = Object.entries(things);

beforeEach(emptyMailbox);

describe("S5b what each change ends", () => {
  it.each(Object.entries(acts))(
    "S5b %s: all that began before and is named ends, the rest lives",
    async (name, act) => {
      const change = name as keyof typeof acts;
      const person = await someone();
      const make = await act.ready(person);
      // What lives and changes the account is tried of a person of its own, below.
      const tried = all.filter(([, thing]) => !thing.changes || isEnded(change, thing));
      const finish = new Map<string, () => Promise<TestAnswer>>();
      for (const [what, thing] of tried.toReversed()) finish.set(what, await thing.begin(person));
      expect((await make()).status).toBe(act.status);
      const found: Record<string, boolean> = {};
      for (const [what, thing] of tried) {
        const answer = await finish.get(what)?.();
        if (answer) found[what] = isOver(answer, thing);
      }
      expect(found).toEqual(Object.fromEntries(tried.map(([what, thing]) => [what, isEnded(change, thing)])));
    },
  );

  const living = Object.entries(acts).flatMap(([change, act]) =>
    all
      .filter(([, thing]) => thing.changes && !isEnded(change as Change, thing))
      .map(([what, thing]) => ({ change, act, what, thing })),
  );

  it.each(living)("S5b $change leaves $what alone", async ({ act, thing }) => {
    const person = await someone();
    const make = await act.ready(person);
    const finish = await thing.begin(person);
    expect((await make()).status).toBe(act.status);
    expect(isOver(await finish(), thing)).toBe(false);
  });
});

describe("S5b what only some accounts have", () => {
  /** Somebody whose only method is e-mail, and whose new password waits. */
  async function waiting(): Promise<Person> {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    expect((await resetPassword(person)).body.status).toBe("waiting");
    return person;
  }
  const takesEffect = async (person: Person) => {
    person.service.pass(24 * 60 * 60);
    return (await person.startSignIn(newPassword)).status === 200;
  };

  it("S5b a reset that begins to wait ends the others of the account", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const first = await askReset(person);
    expect((await confirmReset(person, first)).body.status).toBe("waiting");
    expect((await confirmReset(person, first)).body.code).toBe("code_expired");
    expect(await takesEffect(person)).toBe(true);
  });

  it("S5b a new password that waits ends with a change of the password, and outlives a new method", async () => {
    const changed = await waiting();
    const change = { currentPassword: changed.password, newPassword: "nine kites over the dunes" };
    expect((await changed.service.put("/v1/account/password", change, changed)).status).toBe(204);
    expect(await takesEffect(changed)).toBe(false);
    const safer = await waiting();
    await safer.turnOnApp();
    expect(await takesEffect(safer)).toBe(true);
  });

  it("S5b an invitation ends when the account is disabled, and with the first password", async () => {
    const service = new Service();
    const operator = await operatorWith(service);
    const invite = async () => {
      const email = `invited-${crypto.randomUUID()}@example.com`;
      const { body } = await service.post("/v1/admin/invitations", { email }, operator);
      return { email, id: body.person.id, link: await mailedLink(service, "accept-invitation", email) };
    };
    const accept = (link: string) => service.post("/v1/invitations/accept", { link, newPassword });
    const disabled = await invite();
    for (const each of [true, false])
      await service.patch(`/v1/admin/people/${disabled.id}`, { disabled: each }, operator);
    expect((await accept(disabled.link)).body.code).toBe("link_expired");
    const invited = await invite();
    expect((await accept(invited.link)).status).toBe(204);
    expect((await accept(invited.link)).body.code).toBe("link_expired");
  });

  it("S5b a code mailed for a step-up, seen to work on, does not once e-mail was removed or the address changed", async () => {
    for (const change of ["removed", "changed"]) {
      const person = await someone();
      expect((await person.service.post("/v1/step-up/email-code", {}, person)).status).toBe(202);
      const code = await person.service.newestCode(person.email);
      const { methods } = (await person.account()).body.twoFactor;
      const { id } = methods.find(({ type }: { type: string }) => type === "email");
      if (change === "removed") await person.service.delete(`/v1/account/two-factor/${id}`, person);
      else await person.moveAddress();
      const answer = await person.service.post("/v1/step-up", { method: "email", code }, person);
      expect([answer.status, answer.body.code]).toEqual([401, "code_expired"]);
    }
  });
});
