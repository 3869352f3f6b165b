import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashToken } from "../../worker/crypto/token.ts";
import { databaseDump, differences } from "../support/database-dump.ts";
import { operations } from "../support/described.ts";
import { newPassword, secondStep } from "../support/flows.ts";
import { type Interfered, type Interference, interfere, type Sent } from "../support/interfere.ts";
import { operatorWith, revoke } from "../support/operator.ts";
import { Person } from "../support/person.ts";
import { emptyMailbox, Service } from "../support/service.ts";
import { wayTo } from "../support/ways.ts";
import { forgetEndpoints } from "../support/webhook.ts";

beforeEach(emptyMailbox);
afterEach(forgetEndpoints);

/** Operations that change something by a right, and those that hand out what a step-up protects. */
const acting = operations.filter(
  ({ method, caller }) => caller !== "anyone" && (method !== "get" || caller === "stepped-up session"),
);

/** Does what leads to a good answer of an operation, with something else happening in the midst of it. */
async function interfereWith(id: string, how: Pick<Interference, "when" | "meanwhile">): Promise<Interfered> {
  const { operation, act } = await wayTo(id, await Person.signUp(new Service()));
  return interfere({ ...how, operation }, act);
}

/** Takes the right of a request; whether it had it until then. */
type Lose = (sent: Sent) => Promise<boolean>;

/** Loses it by a statement on the row of the administrator's key, or of the session. */
const loseBy =
  (ofKey: string, ofSession: string): Lose =>
  async ({ token, operation }) => {
    const byKey = typeof operation.caller === "object";
    const lost = env.DB.prepare(byKey ? ofKey : ofSession).bind(await hashToken(token));
    return (await lost.run()).meta.changes > 0;
  };

/** The owner ends all sessions, or the administrator's key is revoked. */
const endRight = loseBy(
  "UPDATE operators SET revoked_at = 1 WHERE key_hash = ?",
  "DELETE FROM sessions WHERE account_id = (SELECT account_id FROM sessions WHERE token_hash = ?)",
);

/** The session stays, but its step-up lapses; the key stays, but loses its scopes. */
const weakenRight = loseBy(
  "UPDATE operators SET scopes = 'none' WHERE key_hash = ?",
  "UPDATE sessions SET elevated_until = 1, second_factor_at = 1, authenticated_at = 1 WHERE token_hash = ?",
);

/** Ways to lose the right, and what a request is answered then; the second for those alone that ask for more than a session. */
const losses = [
  { loss: "ended", lose: endRight, answers: ["401 not_signed_in", "401 operator_key_refused"], of: acting },
  {
    loss: "weakened",
    lose: weakenRight,
    answers: ["403 step_up_required", "403 scope_missing"],
    // Without two-factor the password, which its own body brings, is all that a change of it asks for.
    of: acting.filter(({ caller }) => caller !== "session" && caller !== "session, fresh with two-factor"),
  },
];

/** `lose`, and then what the database holds, for comparing. */
function losing(lose: Lose) {
  const lost = { had: false, state: {} as Record<string, string[]> };
  return {
    lost,
    meanwhile: async (sent: Sent) => {
      lost.had = await lose(sent);
      lost.state = await databaseDump();
    },
    whatElseChanged: async (but: readonly string[] = []) => differences(lost.state, await databaseDump(), but),
  };
}

const said = ({ answer }: Interfered) => `${answer?.status} ${answer?.body.code}`;

describe.each(losses)("S4b a request whose body is held back while its right is $loss", ({ lose, answers, of }) => {
  it.each(of.filter(({ method }) => method !== "get").map(({ id }) => id))("does nothing: %s", async (id) => {
    const { lost, meanwhile, whatElseChanged } = losing(lose);
    const became = await interfereWith(id, { when: "body", meanwhile });
    expect(lost.had, "The body is read before the answer.").toBe(true);
    expect(answers).toContain(said(became));
    expect(await whatElseChanged()).toEqual([]);
  });
});

// What follows an answer that was given before the right was lost.
const bookkeeping = ["outbox", "webhook_deliveries"];

describe.each(losses)("S4b a right that is $loss between any two batches of a request", ({ lose, answers, of }) => {
  it.each(of.map(({ id }) => id))("ends it there: %s", async (id) => {
    let refused = 0;
    for (let batch = 1; ; batch++) {
      const { lost, meanwhile, whatElseChanged } = losing(lose);
      const became = await interfereWith(id, { when: { batch }, meanwhile });
      // Where all was done by then, the act itself may have ended the right.
      if (!lost.had) break;
      // The batch by which a key is identified comes before its right.
      if (answers.includes(said(became))) refused++;
      expect(await whatElseChanged(bookkeeping), `before batch ${batch}`).toEqual([]);
      if ((became.answer?.status ?? 500) < 300) break;
    }
    expect(refused).toBeGreaterThan(0);
  });
});

/** Lets something happen before one batch of the request that `act` sends. */
const beforeBatch = (batch: number, meanwhile: () => Promise<unknown>, act: () => Promise<unknown>) =>
  interfere({ when: { batch }, meanwhile: async () => void (await meanwhile()) }, act);

describe("S4b the moment of a request is that at which all of it is there", () => {
  it("a code of 150 seconds ago does not sign in, however early its request began", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const signIn = await secondStep(person);
    const code = person.appCode();
    const late = await interfere({ when: "body", meanwhile: async ({ service }) => service.pass(150) }, () =>
      person.typeCode(signIn, "app", code),
    );
    expect(said(late)).toBe("401 wrong_code");
  });

  it("an export of events ends with the key that reads it", async () => {
    const person = await Person.signUp(new Service());
    const { id, token } = await operatorWith(person.service);
    const reading = beforeBatch(
      3,
      () => revoke(person.service, id),
      () => person.service.get("/v1/admin/events/export", { token }),
    );
    await expect(reading).rejects.toThrow("the right by which the request acts has ended");
  });

  it("a step-up that lapses while a mail is on its way or a password is looked up is asked for again", async () => {
    const person = await Person.signUp(new Service());
    await person.stepUpByPassword();
    const newEmail = `moved-${crypto.randomUUID()}@example.com`;
    const late = await interfere({ when: { batch: 2 }, meanwhile: async ({ service }) => service.pass(601) }, () =>
      person.service.put("/v1/account/email", { newEmail }, person),
    );
    expect(said(late)).toBe("403 step_up_required");
    expect((await person.service.post("/v1/account/email/confirm", { code: "000000" }, person)).status).toBe(403);
  });
});

describe("S4b what was judged has to hold when it counts", () => {
  it("a step-up by a password that is changed while it is judged elevates nothing", async () => {
    const person = await Person.signUp(new Service());
    const became = await beforeBatch(
      3,
      () => env.DB.prepare("UPDATE passwords SET hash = 'another' WHERE account_id = ?").bind(person.accountId).run(),
      () => person.service.post("/v1/step-up", { password: person.password }, person),
    );
    expect(said(became)).toBe("401 wrong_credentials");
    const { body } = await person.service.get("/v1/session", person);
    expect(body.session.elevatedUntil).toBeNull();
  });

  it("a reset that is voided while its new password is hashed sets none", async () => {
    const person = await Person.signUp(new Service());
    person.service.pass(60);
    const { id } = (await person.service.post("/v1/password-reset", { email: person.email })).body.reset;
    const code = await person.service.newestCode(person.email);
    const became = await beforeBatch(
      2,
      () => env.DB.prepare("DELETE FROM password_resets WHERE id = ?").bind(id).run(),
      () => person.service.post("/v1/password-reset/confirm", { id, code, newPassword }),
    );
    expect(said(became)).toBe("401 code_expired");
    expect((await person.startSignIn()).body.status).toBe("complete");
  });

  it("a sign-in that expires while its second step is judged begins no session", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const signIn = await secondStep(person);
    const code = person.appCode();
    const became = await beforeBatch(
      2,
      () => env.DB.prepare("UPDATE sign_ins SET expires_at = 1 WHERE account_id = ?").bind(person.accountId).run(),
      () => person.typeCode(signIn, "app", code),
    );
    expect(said(became)).toBe("401 sign_in_expired");
  });

  it("a required reset holds for a password that is changed in the same moment", async () => {
    const person = await Person.signUp(new Service());
    const { token } = await operatorWith(person.service);
    const change = { currentPassword: person.password, newPassword };
    const became = await beforeBatch(
      3,
      () => person.service.put("/v1/account/password", change, person),
      () => person.service.post(`/v1/admin/people/${person.accountId}/password-reset`, {}, { token }),
    );
    expect(became.answer?.status).toBe(204);
    expect((await person.startSignIn(newPassword)).body.code).toBe("password_reset_required");
  });

  it.each([
    ["deletePerson", "DELETE", ""],
    ["requirePasswordReset", "POST", "/password-reset"],
  ])("%s of somebody who is gone by then says so", async (_, method, path) => {
    const person = await Person.signUp(new Service());
    const { token } = await operatorWith(person.service);
    const became = await beforeBatch(
      3,
      () => env.DB.prepare("DELETE FROM accounts WHERE id = ?").bind(person.accountId).run(),
      () => person.service.send(method, `/v1/admin/people/${person.accountId}${path}`, { token }),
    );
    expect(said(became)).toBe("404 not_found");
  });

  it("a method that is removed in the same moment is not preferred", async () => {
    const person = await Person.signUp(new Service());
    const preferred = (await person.turnOnApp()).body.account.twoFactor.methods[0].id;
    const became = await beforeBatch(
      1,
      () => env.DB.prepare("DELETE FROM app_codes WHERE id = ?").bind(preferred).run(),
      () => person.service.patch("/v1/account/two-factor", { preferred }, person),
    );
    expect(said(became)).toBe("404 not_found");
  });
});
