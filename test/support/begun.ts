import { expect } from "vitest";
import type { Begun } from "../../worker/ends.ts";
import { administratorOf, asOwner, elevated, nobody, signIn } from "./owner.ts";
import { askReset, confirmReset, resetPassword } from "./password-reset.ts";
import { type Person, wrongCode } from "./person.ts";
import type { TestAnswer } from "./service.ts";
import { codeFor, exchange, userInfo } from "./site.ts";
import { SoftwareAuthenticator } from "./software-authenticator.ts";

/** Something that was begun before a change. `finish` tries to go on with it and answers what the worker says. */
export interface Thing {
  /** What of the table ends it. */
  endsWith: readonly Begun[];
  /** Whether going on with it changes the account, so that nothing else can be tried of the same person after it. */
  changes?: true;
  /** `right`: with the right code; a wrong one tells whether it lives, and changes nothing. */
  begin: (person: Person) => Promise<(right: boolean) => Promise<TestAnswer>>;
  /** Whether it is over, of what `finish` answered; a code of the list, where this says nothing else. */
  isOver?: (answer: TestAnswer) => boolean;
}

const over = ["not_signed_in", "sign_in_expired", "code_expired", "link_expired", "challenge_expired", "not_found"];

/** Whether what an answer is to is over; any other refusal is a fault of the test. */
export function isOver(answer: TestAnswer, thing: Thing): boolean {
  if (thing.isOver) return thing.isOver(answer);
  if (answer.status < 300 || answer.body.code === "wrong_code") return false;
  expect(over, JSON.stringify(answer.body)).toContain(answer.body.code ?? answer.body.error);
  return true;
}

/**
 * What may have begun before a change, by what a person would call it, in the order in which it is tried; it begins in
 * the reverse one.
 */
export const things: Record<string, Thing> = {
  // A second factor of the owner stops it, so it begins last and is tried first.
  "a two-factor reset of an administrator": {
    endsWith: ["twoFactorReset"],
    begin: async (person) => {
      const path = `/v1/admin/people/${person.accountId}/two-factor-reset`;
      const { operator } = administratorOf(person);
      expect((await person.service.post(path, {}, operator)).status).toBe(202);
      return () => person.service.delete(path, operator);
    },
  },
  "another session": {
    endsWith: ["otherSessions", "sessions"],
    begin: async (person) => {
      const token = (await signIn(person)) ?? "";
      return () => person.service.get("/v1/session", { token });
    },
  },
  "the session itself": {
    endsWith: ["sessions"],
    begin: async (person) => {
      const { token } = person;
      return () => person.service.get("/v1/session", { token });
    },
  },
  "a step-up of another session": {
    endsWith: ["otherProofs", "otherSessions", "sessions"],
    begin: async (person) => {
      const token = (await signIn(person)) ?? "";
      person.service.pass(30);
      const proof = { method: "app", code: person.appCode() };
      const { body } = await person.service.post("/v1/step-up", proof, { token });
      return () => person.service.get("/v1/account/export", body.session);
    },
    isOver: ({ status }) => status !== 200,
  },
  "a fresh sign-in of another session": {
    endsWith: ["otherProofs", "otherSessions", "sessions"],
    begin: async (person) => {
      const token = (await signIn(person)) ?? "";
      // A set-up that is asked for, and never confirmed, changes nothing.
      return () => person.service.post("/v1/account/two-factor/app", {}, { token });
    },
    isOver: ({ status }) => status !== 201,
  },
  "what a site was given by another session": {
    endsWith: ["otherSessions", "sessions", "siteTokens"],
    begin: async (person) => {
      const { token: own } = person;
      person.token = (await signIn(person)) ?? "";
      const { body } = await exchange(person.service, await codeFor(person));
      person.token = own;
      return () => userInfo(person.service, body.access_token);
    },
    isOver: ({ status }) => status === 401,
  },
  "a remembered browser": {
    endsWith: ["rememberedBrowsers"],
    begin: async (person) => {
      const browser = await person.rememberBrowser();
      return async () => {
        const { status, body } = await person.startSignIn(person.password, browser);
        if (status !== 200 || body.status === "second_step") return nobody;
        return asOwner(person, (owner) => person.service.get("/v1/account/devices", owner));
      };
    },
    isOver: ({ status, body }) => status !== 200 || body.devices.length === 0,
  },
  "a sign-in in progress": {
    endsWith: ["signIns"],
    begin: async (person) => {
      const { uri } = person;
      person.service.pass(30);
      const { signIn } = (await person.startSignIn()).body;
      return () => {
        person.uri = uri;
        person.service.pass(30);
        return person.typeCode(signIn, "app", person.appCode());
      };
    },
  },
  "a code that was mailed for a step-up": {
    endsWith: ["stepUpCodes", "sessions"],
    begin: async (person) => {
      expect((await person.service.post("/v1/step-up/email-code", {}, person)).status).toBe(202);
      const code = await person.service.newestCode(person.email);
      return async () => {
        const answer = await person.service.post("/v1/step-up", { method: "email", code }, person);
        if (answer.status === 200) person.token = answer.body.session.token;
        return answer;
      };
    },
    isOver: ({ status }) => status !== 200,
  },
  "a recovery code": {
    endsWith: ["recoveryCodes"],
    begin: async (person) => {
      const [code = ""] = person.recoveryCodes;
      return async () => {
        const owner = await elevated(person);
        // Where the password is void, it takes a reset, which asks for a second step.
        if (!owner) return person.typeCode((await resetPassword(person)).body.signIn, "recovery", code);
        const answer = await person.service.post("/v1/step-up", { method: "recovery", code }, owner);
        if (answer.status === 200) person.token = answer.body.session.token;
        return answer;
      };
    },
    isOver: ({ status }) => status !== 200,
  },
  "a passkey that is being made": {
    endsWith: ["challenges", "sessions"],
    changes: true,
    begin: async (person) => {
      const { body: asked } = await person.service.post("/v1/account/passkeys/options", {}, person);
      const response = await (await SoftwareAuthenticator.make()).create(asked);
      return () => person.service.post("/v1/account/passkeys", { id: asked.id, response }, person);
    },
  },
  "an app that is being set up": {
    endsWith: ["setUps"],
    begin: async (person) => {
      const { uri } = person;
      const { body } = await person.service.post("/v1/account/two-factor/app", {}, person);
      return (right) =>
        asOwner(person, (owner) => {
          person.uri = body.uri;
          const code = right ? person.appCode() : wrongCode(person.appCode());
          person.uri = uri;
          return person.service.post(`/v1/account/two-factor/app/${body.id}/confirm`, { code }, owner);
        });
    },
  },
  "e-mail that is being set up": {
    endsWith: ["setUps"],
    begin: async (person) => {
      person.service.pass(30);
      const { id } = (await person.service.post("/v1/account/two-factor/email", {}, person)).body;
      const code = await person.service.newestCode(person.email);
      const path = `/v1/account/two-factor/email/${id}/confirm`;
      return (right) =>
        asOwner(person, (owner) => person.service.post(path, { code: right ? code : wrongCode(code) }, owner));
    },
  },
  "a change of address": {
    endsWith: ["emailChanges"],
    begin: async (person) => {
      person.service.pass(30);
      const newEmail = `moved-${crypto.randomUUID()}@example.com`;
      expect((await person.service.put("/v1/account/email", { newEmail }, person)).status).toBe(202);
      const code = await person.service.newestCode(newEmail);
      const path = "/v1/account/email/confirm";
      return (right) =>
        asOwner(person, (owner) => person.service.post(path, { code: right ? code : wrongCode(code) }, owner));
    },
  },
  "a reset of the password": {
    endsWith: ["resets"],
    begin: async (person) => {
      const { id, code } = await askReset(person);
      return (right) =>
        confirmReset(person, { id, code: right ? code : wrongCode(code), newPassword: "nine kites over the dunes" });
    },
  },
  "a link that was mailed for a reset": {
    endsWith: ["mailedLinks"],
    begin: async (person) => {
      await askReset(person);
      const link = await person.mailedLink("reset");
      return () => person.service.post("/v1/links/check", { link });
    },
  },
  "a 'this wasn't me' link": {
    endsWith: ["earlierNotMeLinks", "notMeLinks"],
    begin: async (person) => {
      const link = await person.mailedLink("not-me");
      return () => person.service.post("/v1/links/check", { link });
    },
  },
};
