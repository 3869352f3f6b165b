import { beforeEach, describe, expect, it } from "vitest";
import { type Change, ends } from "../../worker/ends.ts";
import { isOver, type Thing, things } from "../support/begun.ts";
import { acts, someone } from "../support/changes.ts";
import { operatorWith } from "../support/operator.ts";
import { askReset, confirmReset, newPassword, resetPassword } from "../support/password-reset.ts";
import { mailedLink, Person } from "../support/person.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";

/** What the owner disputes is also suspended where it was added in the last seven days, as recovery codes are here (promise S10). */
const suspending: readonly Change[] = ["reported_not_me", "email_change_undone"];

const isEnded = (change: Change, { endsWith }: Thing) =>
  endsWith.some((begun) => (ends[change] as readonly string[]).includes(begun)) ||
  (suspending.includes(change) && endsWith.some((begun) => begun === "recoveryCodes"));

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
      const finish = new Map<string, (right: boolean) => Promise<TestAnswer>>();
      for (const [what, thing] of tried.toReversed()) finish.set(what, await thing.begin(person));
      expect((await make()).status).toBe(act.status);
      const found: Record<string, boolean> = {};
      for (const [what, thing] of tried) {
        const answer = await finish.get(what)?.(isEnded(change, thing));
        if (answer) found[what] = isOver(answer, thing);
      }
      expect(found).toEqual(Object.fromEntries(tried.map(([what, thing]) => [what, isEnded(change, thing)])));
    },
    // Sixteen things begin and are tried, with a dozen hashes of passwords.
    120_000,
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
    expect(isOver(await finish(true), thing)).toBe(false);
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
    // A session that was proved before it ends nothing that waits (promise S11).
    await changed.stepUpByEmail();
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
