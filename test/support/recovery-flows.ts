import { expect } from "vitest";
import type { Flow } from "./flows.ts";
import { authenticatorOf, turnOnPasskey } from "./passkey.ts";
import { askReset, confirmReset, newPassword, resetPassword } from "./password-reset.ts";
import type { Person } from "./person.ts";
import type { TestAnswer } from "./service.ts";
import {
  carryOn,
  day,
  decide,
  disputedItems,
  freshLink,
  plantPasskey,
  press,
  replaceAppOf,
  resetAndEnter,
  thiefOf,
} from "./thief.ts";

const byNewPassword = async () => ({ password: newPassword });

/** The owner has said that it wasn't them, is in again by a reset alone, and has stepped up. */
async function pressedAndBackIn(person: Person): Promise<void> {
  await press(person);
  await resetAndEnter(person);
  await person.stepUpByPassword();
}

/** Decides on what is disputed of a kind and state. */
async function deciding(person: Person, kind: string, keep: boolean): Promise<() => Promise<TestAnswer>> {
  const item = (await disputedItems(person)).find((each) => each.kind === kind);
  return () => decide(person, item?.id ?? "", keep);
}

/** An app for long, in whose place a thief has put a passkey. */
async function appReplaced(person: Person): Promise<void> {
  await person.turnOnApp("Phone");
  person.service.pass(20 * day);
  await replaceAppOf(person);
}

/** An app of two days, suspended by an owner who pressed in panic. */
async function appSuspended(person: Person): Promise<void> {
  person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
  person.service.pass(2 * day);
  await press(person, await freshLink(person));
  person.service.pass(30);
}

/** Recovery and review (promise S10), by what a person would call it. */
export const recoveryFlows: Record<string, Flow> = {
  "say that it was not me of all that a thief added": {
    given: async (person) => {
      const thief = await thiefOf(person);
      await thief.turnOnApp("Burner");
      await thief.rememberBrowser();
    },
    ready: async (person) => {
      const link = await person.mailedLink("not-me");
      return () => person.service.post("/v1/not-me", { link });
    },
    status: 204,
    signsInBy: async () => null,
  },
  "say that it was not me of what a thief removed": {
    given: appReplaced,
    ready: async (person) => {
      const link = await person.mailedLink("not-me");
      return () => person.service.post("/v1/not-me", { link });
    },
    status: 204,
    signsInBy: async () => null,
  },
  "reset the password while no undisputed method is left": {
    given: async (person) => {
      await appReplaced(person);
      await press(person);
    },
    ready: async (person) => {
      const reset = await askReset(person);
      return () => confirmReset(person, reset);
    },
    status: 200,
    signsInBy: async () => null,
  },
  "prove a waiting password by a suspended app": {
    given: appSuspended,
    ready: async (person) => {
      const { signIn } = (await resetPassword(person)).body;
      return () => person.typeCode(signIn, "app", person.appCode());
    },
    status: 200,
    signsInBy: byNewPassword,
  },
  "prove a waiting password by a suspended recovery code": {
    given: appSuspended,
    ready: async (person) => {
      const { signIn } = (await resetPassword(person)).body;
      return () => person.typeCode(signIn, "recovery", person.recoveryCodes[0] ?? "");
    },
    status: 200,
    signsInBy: byNewPassword,
  },
  "prove a waiting password by a suspended passkey": {
    given: async (person) => {
      await turnOnPasskey(person);
      const link = await person.mailedLink("not-me");
      person.service.pass(2 * day);
      await press(person, link);
    },
    ready: async (person) => {
      const { signIn } = (await resetPassword(person)).body;
      const { body: asked } = await person.service.post("/v1/sign-in/passkey/options", { signIn });
      const response = await authenticatorOf.get(person)?.get(asked);
      return () => person.service.post("/v1/sign-in/passkey", { id: asked.id, response, signIn });
    },
    status: 200,
    signsInBy: byNewPassword,
  },
  "keep what was suspended": {
    given: async (person) => {
      await person.turnOnApp();
      await pressedAndBackIn(person);
    },
    ready: (person) => deciding(person, "app", true),
    status: 204,
    signsInBy: byNewPassword,
  },
  "give back what was removed": {
    given: async (person) => {
      await appReplaced(person);
      await press(person);
      await resetPassword(person);
      person.service.pass(7 * day);
      carryOn(person, (await person.startSignIn(newPassword)).body.session.token);
      await person.stepUpByPassword();
    },
    ready: (person) => deciding(person, "app", true),
    status: 204,
    signsInBy: byNewPassword,
  },
  "remove for good what was suspended last": {
    given: async (person) => {
      await plantPasskey(await thiefOf(person));
      await pressedAndBackIn(person);
      expect((await (await deciding(person, "recovery_codes", false))()).status).toBe(204);
    },
    ready: (person) => deciding(person, "passkey", false),
    status: 204,
    signsInBy: byNewPassword,
  },
};
