import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { EventType } from "../../shared/contract/event-types.ts";
import type { SecurityNewsKind } from "../../shared/locales/en/security-mail.ts";
import { calls } from "../openapi/calls.ts";
import { operatorCalls } from "../openapi/operator-calls.ts";
import { type Flow, flows } from "../support/flows.ts";
import { operatorWith } from "../support/operator.ts";
import { signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { Person } from "../support/person.ts";
import { recoveryFlows } from "../support/recovery-flows.ts";
import { Service, type TestAnswer } from "../support/service.ts";

/** The mails that tell of each event, any of which will do; or why none does. */
const toldBy: Record<EventType, readonly SecurityNewsKind[] | string> = {
  account_created: "made by a code that was mailed to the address",
  account_imported: "nobody has used it yet; the service that brought it along tells its people",
  sign_in: "mailed from a browser that is new to the account: test/promises/telling.test.ts",
  sign_in_failed_second_step: "mailed at some counts in a row: test/promises/guessing.test.ts",
  signed_out: "takes an access away and nothing else",
  session_ended: "takes an access away and nothing else",
  sessions_ended: "takes accesses away and nothing else",
  password_changed: ["password_changed"],
  password_reset_requested: "the mail with the code is what tells",
  password_reset: ["password_reset"],
  reset_wait_begun: ["reset_wait_begun", "disputed_reset_begun"],
  reset_wait_stopped: "mailed where it is stopped from the account: test/promises/waiting.test.ts",
  method_added: ["method_added"],
  method_removed: ["method_removed", "last_passkey_removed", "two_factor_off"],
  method_disabled: ["method_disabled"],
  two_factor_off: ["two_factor_off"],
  recovery_code_used: ["recovery_code_used", "few_recovery_codes"],
  recovery_codes_renewed: ["recovery_codes_renewed"],
  device_remembered: "asked for with a whole sign-in, which is mailed where the browser is new",
  device_forgotten: "asks for more than before",
  devices_forgotten: "asks for more than before",
  email_change_requested: ["email_change_requested"],
  email_changed: ["email_changed"],
  email_change_undone: ["email_change_undone"],
  reported_not_me: ["reported_not_me"],
  account_exported: ["account_exported"],
  site_sign_in: "the person has agreed to it, or did before, on a page that names the site",
  invitation_accepted: "done by a link that was mailed",
  two_factor_reset: ["two_factor_reset"],
  two_factor_reset_stopped: "mailed where it is stopped from the account: test/promises/waiting.test.ts",
  operator_created_account: ["account_made"],
  operator_invited: "the invitation is a mail",
  operator_viewed_account: "changes nothing; activity says who",
  operator_viewed_activity: "changes nothing; activity says who",
  operator_ended_session: "takes an access away and nothing else",
  operator_ended_sessions: "takes accesses away and nothing else",
  operator_required_password_reset: ["password_reset_required"],
  operator_disputed_changes: ["changes_disputed"],
  operator_began_two_factor_reset: ["two_factor_reset_begun"],
  operator_cancelled_two_factor_reset: ["two_factor_reset_cancelled"],
  operator_disabled_account: ["account_disabled"],
  operator_enabled_account: ["account_enabled"],
  passkeys_only_on: ["passkeys_only_on"],
  passkeys_only_off: ["passkeys_only_off", "last_passkey_removed"],
  passkey_copied: ["passkey_copied"],
  changes_suspended: ["reported_not_me", "changes_disputed"],
  change_kept: ["change_kept"],
  change_restored: ["change_restored"],
  change_removed: ["change_removed"],
  email_change_stopped: ["email_change_stopped"],
  deletion_requested: ["deletion_requested"],
  deletion_stopped: ["deletion_stopped"],
};

/** Events whose mail a test of their own asks for, since it takes long to get there. */
const testedElsewhere: readonly EventType[] = ["method_disabled", "two_factor_reset", "deletion_stopped"];

type Act = (person: Person) => Promise<TestAnswer>;

/** What is done to an account besides the flows, as a person would call it. */
const acts: Record<string, Act> = {
  async "accept anything again"(person) {
    await stepUpByPasskey(person, await turnOnPasskey(person));
    await person.service.put("/v1/account/two-factor/passkeys-only", { on: true }, person);
    return person.service.put("/v1/account/two-factor/passkeys-only", { on: false }, person);
  },
  async "sign in by a copied passkey"(person) {
    const passkey = await turnOnPasskey(person);
    await signInByPasskey(person, passkey);
    await signInByPasskey(person, passkey);
    return signInByPasskey(person, passkey, { mischief: { signCount: 1 } });
  },
  async "dispute an account's changes, disable it and enable it again"(person) {
    const { token } = await operatorWith(person.service);
    const path = `/v1/admin/people/${person.accountId}`;
    await person.service.post(`${path}/password-reset`, { dispute: true }, { token });
    await person.service.patch(path, { disabled: true }, { token });
    return person.service.patch(path, { disabled: false }, { token });
  },
};

const given = { ...calls, ...operatorCalls };
const ofOperations = [
  "exportAccount 200",
  "stopWaiting 204",
  "confirmPasswordReset 202",
  "acceptInvitation 204",
  "createPerson 201",
  "requirePasswordReset 204",
  "setPersonDisabled 200",
  "beginTwoFactorReset 202",
  "cancelTwoFactorReset 204",
];

const ofRecovery = ["keep what was suspended", "give back what was removed", "remove for good what was suspended last"];

async function runFlow(flow: Flow | undefined): Promise<void> {
  const person = await Person.signUp(new Service());
  await flow?.given?.(person);
  expect((await (await flow?.ready(person))?.())?.status).toBe(flow?.status);
}

/** The events of every account, each with the kinds of mails that its account was sent. */
async function eventsAndMails(): Promise<{ type: EventType; kinds: string[] }[]> {
  const { results } = await env.DB.prepare(
    `SELECT type, (SELECT json_group_array(kind) FROM outbox WHERE outbox.account_id = events.account_id) AS kinds FROM events`,
  ).all<{ type: EventType; kinds: string }>();
  return results.map(({ type, kinds }: { type: EventType; kinds: string }) => ({ type, kinds: JSON.parse(kinds) }));
}

describe("S7 each event of an account", () => {
  it("S7 is mailed, or the table says why not", { timeout: 120_000 }, async () => {
    for (const flow of Object.values(flows)) await runFlow(flow);
    for (const name of ofRecovery) await runFlow(recoveryFlows[name]);
    for (const act of Object.values(acts)) await act(await Person.signUp(new Service()));
    for (const name of ofOperations) await given[name]?.(await Person.signUp(new Service()));
    const seen = await eventsAndMails();
    const untold = seen.filter(({ type, kinds }) => {
      const mails = toldBy[type];
      return typeof mails !== "string" && !mails.some((kind) => kinds.includes(kind));
    });
    expect(untold).toEqual([]);
    const types = new Set(seen.map(({ type }) => type));
    const unseen = Object.entries(toldBy).flatMap(([type, mails]) =>
      typeof mails === "string" || types.has(type as EventType) ? [] : [type],
    );
    expect(unseen.toSorted()).toEqual(testedElsewhere.toSorted());
  });
});
