import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Account } from "../../../shared/contract/account.ts";
import type { Answer } from "../../../shared/contract/answer.ts";
import type { Client } from "../../../shared/contract/client.ts";
import type { DisputedItem } from "../../../shared/contract/not-me.ts";
import type { SecondStepAnswer } from "../../../shared/contract/sign-in.ts";
import type { WaitingChange } from "../../../shared/contract/waiting.ts";
import { fail, ok } from "../../../shared/outcome.ts";
import { createEmailChange } from "../../../shared/panel/account/change-email-state.ts";
import { createAccountToCreate } from "../../../shared/panel/account/create-account-state.ts";
import { createAddressToVerify } from "../../../shared/panel/account/verify-address-state.ts";
import { createApps } from "../../../shared/panel/apps/state.ts";
import { createEmailSetUp } from "../../../shared/panel/email-code/set-up-state.ts";
import { createReview } from "../../../shared/panel/not-me/review-state.ts";
import type { Open } from "../../../shared/panel/open.ts";
import { createPasskeySetUp } from "../../../shared/panel/passkey/set-up-state.ts";
import { createPasswordChange } from "../../../shared/panel/password/change-state.ts";
import { createLinkedReset, createResetForm } from "../../../shared/panel/password/reset-state.ts";
import { createCodeRenewal } from "../../../shared/panel/recovery-code/renew-state.ts";
import { createSecurity, type SecurityState } from "../../../shared/panel/security-state.ts";
import { createPlaces } from "../../../shared/panel/session/places-state.ts";
import { createAddressRequest } from "../../../shared/panel/sign-in/ask-for-address-state.ts";
import { createPasswordStep } from "../../../shared/panel/sign-in/password-step-state.ts";
import { createSecondStep } from "../../../shared/panel/sign-in/second-step-state.ts";
import { createWayIn, type SignInStep, type WayIn } from "../../../shared/panel/sign-in/state.ts";
import { createUnlock } from "../../../shared/panel/sign-in/unlock-state.ts";
import { createAppSetUp } from "../../../shared/panel/totp/set-up-state.ts";
import { createTrustedBrowsers } from "../../../shared/panel/trusted-browser/state.ts";
import { createTwoFactorActions } from "../../../shared/panel/two-factor/actions-state.ts";
import { createStop } from "../../../shared/panel/waiting/stop-state.ts";

const expiresAt = "2036-12-06T10:00:00.000Z";
const method = { id: "m1", type: "app", name: "Pixel" };
const account = {
  id: "account-1",
  email: "ana@example.com",
  twoFactor: { enabled: true, methods: [method], preferred: "m1" },
} as unknown as Account;
const enrolment = { id: "e1", expiresAt, sentTo: "a•••a@example.com", secret: "GEZDGNBV", uri: "otpauth:" };
const secondStep = {
  status: "second_step",
  signIn: "s1",
  expiresAt,
  methods: [{ type: "app" }],
  preferred: "app",
  rememberDays: 0,
} as unknown as SecondStepAnswer;
const words = { title: "Sure?", lead: "It is gone then.", action: "Do it" };

/** One answer that has all that any of these calls may answer. */
const success = ok({
  ...account,
  account,
  session: { elevatedUntil: expiresAt },
  ...enrolment,
  recoveryCodes: ["z0qj-ppk5-rdde-46bb"],
  verification: { id: "v2", expiresAt },
  reset: { id: "r2", expiresAt },
  status: "complete",
  unlock: "u1",
  items: [],
  sessions: [],
  devices: [],
});

/** A client whose calls are answered once `let go`; `without` names calls that are answered immediately. */
function openClient(without: readonly string[] = []) {
  const going = Promise.withResolvers<Answer<unknown>>();
  let isHeld = true;
  let asked = 0;
  const call = async (path: string) => {
    if (without.includes(path) || !isHeld) return success;
    asked++;
    return going.promise;
  };
  const group = (name: string) => new Proxy({}, { get: (_, route) => () => call(`${name}.${String(route)}`) });
  return {
    client: new Proxy({}, { get: (_, name) => group(String(name)) }) as Client,
    asked: () => asked,
    letGo(answer: Answer<unknown>) {
      isHeld = false;
      going.resolve(answer);
    },
  };
}

const late: [string, Answer<unknown>][] = [
  ["what was wanted", success],
  ["that a proof is needed first", fail("step_up_required", { methods: ["password"] })],
  ["that it is over", fail("sign_in_expired")],
  ["that its link is over", fail("link_expired")],
  ["that only a link counts", fail("link_required")],
];

interface PanelCase {
  module: string;
  what: string;
  open: Open;
  begin: (security: SecurityState) => Promise<unknown>;
  /** Calls that come before the one that is waited for. */
  without?: string[];
}

const asks = ["session.get"];
const panelCases: PanelCase[] = [
  ...(["address", "code"] as const).map((step) => ({
    module: "account/change-email-state.ts",
    what: `a change of address, at its ${step}`,
    open: "change_email" as const,
    without: step === "code" ? ["account.changeEmail"] : [],
    async begin(security: SecurityState) {
      const change = createEmailChange(security);
      change.email.value = "ana@example.org";
      change.code.value = "123456";
      if (step === "code") await change.submit();
      await change.submit();
    },
  })),
  {
    module: "totp/set-up-state.ts",
    what: "a key for an app",
    open: { setUp: "app" },
    begin: (security) => createAppSetUp(security, "App").begin(),
  },
  {
    module: "totp/set-up-state.ts",
    what: "the first code of an app",
    open: { setUp: "app" },
    without: ["twoFactor.enrolApp"],
    async begin(security) {
      const setUp = createAppSetUp(security, "App");
      await setUp.begin();
      setUp.code.value = "123456";
      await setUp.confirm();
    },
  },
  {
    module: "email-code/set-up-state.ts",
    what: "a code for setting up e-mail",
    open: { setUp: "email" },
    begin: (security) => createEmailSetUp(security, "E-mail").begin(),
  },
  {
    module: "email-code/set-up-state.ts",
    what: "the code of setting up e-mail",
    open: { setUp: "email" },
    without: ["twoFactor.enrolEmail"],
    async begin(security) {
      const setUp = createEmailSetUp(security, "E-mail");
      await setUp.begin();
      setUp.code.value = "123456";
      await setUp.confirm();
    },
  },
  {
    module: "passkey/set-up-state.ts",
    what: "a passkey",
    open: { setUp: "passkey" },
    async begin(security) {
      const setUp = createPasskeySetUp(security, "Passkey");
      await setUp.create();
      // The browser was not asked for one.
      expect(setUp.refused.value).toBeNull();
    },
  },
  {
    module: "password/change-state.ts",
    what: "a change of password",
    open: "password",
    async begin(security) {
      const change = createPasswordChange(security);
      change.current.value = "a quiet harbour";
      change.next.value = "velvet anchor ladder";
      await change.submit();
    },
  },
  {
    module: "recovery-code/renew-state.ts",
    what: "new recovery codes",
    open: null,
    without: asks,
    begin: (security) => createCodeRenewal(security).run(words),
  },
  {
    module: "confirm/state.ts",
    what: "whether to ask for a proof before a confirmation",
    open: null,
    begin: (security) => security.confirmation.ask(words),
  },
  ...(["prefer", "remove", "rename", "demandPasskeys", "turnOff"] as const).map((action) => ({
    module: "two-factor/actions-state.ts",
    what: `the action "${action}" of a method`,
    open: { manage: "m1" },
    without: asks,
    begin(security: SecurityState) {
      const actions = createTwoFactorActions(security);
      const [own] = account.twoFactor.methods;
      if (!own) throw new Error("no method");
      return {
        prefer: () => actions.prefer(own, "Pixel"),
        remove: () => actions.remove(own, "Pixel", words),
        rename: () => actions.rename(own, "Old phone"),
        demandPasskeys: () => actions.demandPasskeys(true),
        turnOff: () => actions.turnOff(words),
      }[action]();
    },
  })),
  {
    module: "waiting/stop-state.ts",
    what: "stopping what waits",
    open: null,
    begin: (security) => createStop(security, { id: "w1", type: "deletion" } as WaitingChange).run(),
  },
  ...(["end", "endOthers"] as const).map((action) => ({
    module: "session/places-state.ts",
    what: `the action "${action}" of sessions`,
    open: null,
    begin(security: SecurityState) {
      const places = createPlaces(security);
      return action === "end" ? places.end({ id: "s2" } as never, "Firefox") : places.endOthers();
    },
  })),
  ...(["forget", "forgetAll", "rename"] as const).map((action) => ({
    module: "trusted-browser/state.ts",
    what: `the action "${action}" of remembered browsers`,
    open: null,
    begin(security: SecurityState): Promise<unknown> {
      const devices = createTrustedBrowsers(security);
      if (action === "forgetAll") return devices.forgetAll();
      const device = { id: "d1" } as never;
      return action === "forget" ? devices.forget(device, "Firefox") : devices.rename(device, "Work");
    },
  })),
  {
    module: "apps/state.ts",
    what: "the end of a connected app",
    open: null,
    begin: (security) => createApps(security).remove({ clientId: "c1", name: "Shop" } as never, words),
  },
  {
    module: "not-me/review-state.ts",
    what: "a review",
    open: { review: {} },
    without: ["disputed.list"],
    async begin(security) {
      const review = createReview({ ...security, disputed: { ...security.disputed, items: signalOf([item]) } }, {});
      review.choose("i1", true);
      await review.submit({});
    },
  },
];

const item = { id: "i1", kind: "passkey", state: "suspended", name: "Phone" } as DisputedItem;
const signalOf = (items: DisputedItem[]) => ({ value: items }) as SecurityState["disputed"]["items"];

describe("an answer that comes to the panel after its person has gone elsewhere", () => {
  it.each(panelCases.flatMap((asked) => late.map(([says, answer]) => ({ ...asked, says, answer }))))(
    "changes nothing on the screen: $what, answered $says",
    async ({ open, begin, without, answer }) => {
      const { client, asked, letGo } = openClient(["account.get", "disputed.list", ...(without ?? [])]);
      const security = createSecurity({
        client,
        onEnded: () => expect.unreachable("the session has not ended"),
        onLeft: () => expect.unreachable("the account is still there"),
      });
      await security.load();
      security.show(open);
      const done = begin(security);
      // A question before the call is answered as its person would.
      await expect.poll(() => security.confirmation.question.value ?? (asked() || null)).not.toBeNull();
      security.confirmation.question.value?.confirm();
      await expect.poll(asked).toBe(1);
      security.show("activity");
      letGo(answer);
      await done;
      expect(security.open.value).toBe("activity");
      expect(security.done.value).toBeNull();
      expect(security.stepUp.question.value).toBeNull();
      expect(security.confirmation.question.value).toBeNull();
    },
  );

  it("loses no recovery code: they are shown when they are asked for", async () => {
    const { client, asked, letGo } = openClient(["account.get", "disputed.list", "session.get"]);
    const security = createSecurity({ client, onEnded: () => {}, onLeft: () => {} });
    await security.load();
    const done = createCodeRenewal(security).run(words);
    await expect.poll(() => security.confirmation.question.value).not.toBeNull();
    security.confirmation.question.value?.confirm();
    await expect.poll(asked).toBe(1);
    security.show("activity");
    letGo(success);
    await done;
    const unseen = security.unseenCodes.value;
    expect(unseen).toEqual(["z0qj-ppk5-rdde-46bb"]);
    security.show({ recoveryCodes: unseen ?? [] });
    expect(security.unseenCodes.value).toBeNull();
  });
});

interface WayCase {
  module: string;
  what: string;
  step: SignInStep;
  begin: (way: WayIn) => Promise<unknown>;
}

const verification = { id: "v1", expiresAt };
const wayCases: WayCase[] = [
  {
    module: "account/create-account-state.ts",
    what: "a new account",
    step: { at: "create" },
    begin: (way) => createAccountToCreate(way).submit(),
  },
  {
    module: "account/verify-address-state.ts",
    what: "the code of a sign-up",
    step: { at: "verify", verification },
    begin(way) {
      const verify = createAddressToVerify(way, verification);
      verify.code.value = "123456";
      return verify.submit();
    },
  },
  {
    module: "account/verify-address-state.ts",
    what: "another code for a sign-up",
    step: { at: "verify", verification },
    begin: (way) => createAddressToVerify(way, verification).resend.send(),
  },
  {
    module: "sign-in/password-step-state.ts",
    what: "a password",
    step: { at: "password" },
    begin: (way) => createPasswordStep(way).submit(),
  },
  {
    module: "sign-in/second-step-state.ts",
    what: "the code of a second step",
    step: { at: "second_step", answer: secondStep },
    begin(way) {
      const factor = createSecondStep(way, secondStep);
      factor.code.value = "123456";
      return factor.submit();
    },
  },
  ...(["reset", "unlock"] as const).map((purpose) => ({
    module: "sign-in/ask-for-address-state.ts",
    what: `a mail for ${purpose}`,
    step: { at: purpose },
    begin: (way: WayIn) => createAddressRequest(way, purpose).submit(),
  })),
  {
    module: "sign-in/unlock-state.ts",
    what: "the use of a link that unlocks",
    step: { at: "unlock_link", link: "link" },
    begin: (way) => createUnlock(way, "link").run(),
  },
  {
    module: "password/reset-state.ts",
    what: "a new password by code",
    step: { at: "reset_code", reset: verification },
    begin(way) {
      const reset = createResetForm(way, verification);
      reset.code.value = "123456";
      reset.next.value = "velvet anchor ladder";
      return reset.submit();
    },
  },
  {
    module: "password/reset-state.ts",
    what: "a new password by link",
    step: { at: "reset_link", link: "link" },
    begin(way) {
      const reset = createLinkedReset(way, "link");
      reset.next.value = "velvet anchor ladder";
      return reset.submit();
    },
  },
];

describe("an answer that comes on the way in after its step has been left", () => {
  it.each(wayCases.flatMap((asked) => late.map(([says, answer]) => ({ ...asked, says, answer }))))(
    "changes nothing on the screen: $what, answered $says",
    async ({ step, begin, answer }) => {
      const { client, asked, letGo } = openClient(["publicSettings.get"]);
      const way = createWayIn({
        client,
        locale: "en",
        start: step,
        onSignedIn: () => expect.unreachable("nobody has signed in"),
      });
      way.email.value = "ana@example.com";
      way.password.value = "a quiet harbour";
      const done = begin(way);
      await expect.poll(asked).toBe(1);
      const elsewhere: SignInStep = step.at === "unlock" ? { at: "reset" } : { at: "unlock" };
      way.step.value = elsewhere;
      letGo(answer);
      await done;
      expect(way.step.value).toBe(elsewhere);
      expect(way.password.value).toBe("a quiet harbour");
    },
  );
});

it("is held by every module of the panel that waits for an answer", () => {
  const held = new Set([...panelCases, ...wayCases].map(({ module }) => module));
  // Of these an answer changes nothing but its own list, field or question.
  const own = [
    "account/section-state.ts",
    "activity/state.ts",
    "email-code/resend-state.ts",
    "not-me/disputed-state.ts",
    "passkey/use-state.ts",
    "password/strength-state.ts",
    "second-factor/state.ts",
    "step-up/state.ts",
    "form-state.ts",
    "security-state.ts",
  ];
  const waiting = globSync("shared/panel/**/*state.ts")
    .filter((path) => /\basync\b/.test(readFileSync(path, "utf8")))
    .map((path) => path.replace("shared/panel/", ""));
  expect(waiting.filter((path) => !held.has(path) && !own.includes(path))).toEqual([]);
});
