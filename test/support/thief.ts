import { expect } from "vitest";
import { addPasskey } from "./passkey.ts";
import { newPassword, resetPassword } from "./password-reset.ts";
import { Person } from "./person.ts";
import type { Service, TestAnswer } from "./service.ts";
import { SoftwareAuthenticator } from "./software-authenticator.ts";

/** Seconds of a day. */
export const day = 24 * 60 * 60;

/** Somebody who has a session of another person's account, and does what that person can. */
export function impostor(person: Person, token: string): Person {
  return Object.assign(Object.create(person) as Person, { token });
}

/** A thief who signs in by the password alone. */
export async function thiefOf(person: Person, password = person.password): Promise<Person> {
  const { status, body } = await person.startSignIn(password);
  expect([status, body.status]).toEqual([200, "complete"]);
  return impostor(person, body.session.token);
}

/** Adds a passkey of the thief's own; answers what holds it. */
export async function plantPasskey(thief: Person): Promise<SoftwareAuthenticator> {
  const passkey = await SoftwareAuthenticator.make({});
  const added = await addPasskey(thief, passkey, {}, "Planted");
  expect(added.status).toBe(201);
  if (added.body.recoveryCodes) thief.recoveryCodes = added.body.recoveryCodes;
  return passkey;
}

/** Presses 'this wasn't me' in the newest mail that has it, unless the test says which. */
export async function press(person: Person, link?: string): Promise<void> {
  const answer = await person.service.post("/v1/not-me", { link: link ?? (await person.mailedLink("not-me")) });
  expect(answer.status).toBe(204);
}

/** An item of the review, as the tests tell it apart. */
export interface Item {
  id: string;
  kind: string;
  state: string;
  name: string;
}

/** What waits for the owner's decision. */
export async function disputedItems(person: Person): Promise<Item[]> {
  const { status, body } = await person.service.get("/v1/account/disputed", person);
  expect(status).toBe(200);
  return body.items;
}

/** The kinds and states of what waits for a decision, in one line each. */
export async function disputedKinds(person: Person): Promise<string[]> {
  return (await disputedItems(person)).map(({ kind, state }) => `${kind} ${state}`).sort();
}

/** Decides on an item. */
export function decide(person: Person, id: string, keep: boolean): Promise<TestAnswer> {
  return person.service.post(`/v1/account/disputed/${id}`, { keep }, person);
}

/** Somebody with the password and the code that the owner's app shows: signed in, and stepped up by the next code. */
export async function phisherOf(person: Person): Promise<Person> {
  const { signIn } = (await person.startSignIn()).body;
  person.service.pass(30);
  const { status, body } = await person.typeCode(signIn, "app", person.appCode());
  expect(status).toBe(200);
  const phisher = impostor(person, body.session.token);
  await phisher.stepUp();
  return phisher;
}

/** A link of 'this wasn't me' in a mail of now: about a password that a new session, with the app's code, changes. */
export async function freshLink(person: Person): Promise<string> {
  const { body } = await person.startSignIn();
  person.service.pass(30);
  const entered = body.signIn ? await person.typeCode(body.signIn, "app", person.appCode()) : { body };
  const change = { currentPassword: person.password, newPassword: `changed ${crypto.randomUUID()}` };
  const token = entered.body.session.token;
  expect((await person.service.put("/v1/account/password", change, { token })).status).toBe(204);
  person.password = change.newPassword;
  return person.mailedLink("not-me");
}

/** Somebody whose app and recovery codes are as old as `days`. */
export async function personWithApp(service: Service, days: number): Promise<Person> {
  const person = await Person.signUp(service);
  person.recoveryCodes = (await person.turnOnApp("Phone")).body.recoveryCodes;
  service.pass(days * day);
  return person;
}

/**
 * Has the app of a person replaced by a passkey of a thief's, who was given a code of it; answers that passkey. Nobody
 * has said yet that it wasn't them. `alsoDoes` is what the thief does before they remove the app.
 */
export async function replaceAppOf(
  person: Person,
  alsoDoes: (thief: Person) => Promise<unknown> = async () => undefined,
): Promise<SoftwareAuthenticator> {
  const thief = await phisherOf(person);
  const passkey = await plantPasskey(thief);
  await thief.stepUp();
  await alsoDoes(thief);
  const [app] = (await thief.account()).body.twoFactor.methods;
  expect((await person.service.delete(`/v1/account/two-factor/${app.id}`, thief)).status).toBe(204);
  return passkey;
}

/** Resets by mail where nothing more is asked for, and carries the new session on. */
export async function resetAndEnter(person: Person): Promise<void> {
  const { status, body } = await resetPassword(person);
  expect([status, body.status]).toEqual([200, "complete"]);
  carryOn(person, body.session.token);
}

/** Goes on by a session that a reset brought, with the password that was chosen in it. */
export function carryOn(person: Person, token: string): void {
  person.token = token;
  person.password = newPassword;
}
