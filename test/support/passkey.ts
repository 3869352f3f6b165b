import { expect } from "vitest";
import type { Person } from "./person.ts";
import type { TestAnswer } from "./service.ts";
import { type AuthenticatorSettings, type Mischief, SoftwareAuthenticator } from "./software-authenticator.ts";

/** Has a passkey made and added to the account; answers what the worker says to it. */
export async function addPasskey(
  person: Person,
  authenticator: SoftwareAuthenticator,
  mischief: Mischief = {},
  name?: string,
): Promise<TestAnswer> {
  const { body: asked } = await person.service.post("/v1/account/passkeys/options", {}, person);
  const response = await authenticator.create(asked, mischief);
  return person.service.post("/v1/account/passkeys", { id: asked.id, response, ...(name && { name }) }, person);
}

/** What holds the passkey that a person made last. */
export const authenticatorOf = new Map<Person, SoftwareAuthenticator>();

/** Turns two-factor on by a passkey; answers what holds it. */
export async function turnOnPasskey(
  person: Person,
  settings: AuthenticatorSettings = {},
): Promise<SoftwareAuthenticator> {
  const authenticator = await SoftwareAuthenticator.make(settings);
  const added = await addPasskey(person, authenticator);
  expect(added.status).toBe(201);
  if (added.body.recoveryCodes) person.recoveryCodes = added.body.recoveryCodes;
  authenticatorOf.set(person, authenticator);
  return authenticator;
}

/** Answers the challenge of a sign-in in progress, or with no `signIn` signs in by the passkey alone. */
export async function signInByPasskey(
  person: Pick<Person, "service">,
  authenticator: SoftwareAuthenticator,
  {
    signIn,
    mischief = {},
    headers = {},
  }: { signIn?: string; mischief?: Mischief; headers?: Record<string, string> } = {},
): Promise<TestAnswer> {
  const step = signIn === undefined ? {} : { signIn };
  const asked = await person.service.post("/v1/sign-in/passkey/options", step, { headers });
  expect(asked.status).toBe(200);
  const response = await authenticator.get(asked.body, mischief);
  return person.service.post("/v1/sign-in/passkey", { id: asked.body.id, response, ...step }, { headers });
}

/** Steps up by a passkey; the person carries the new token on. */
export async function stepUpByPasskey(
  person: Person,
  authenticator: SoftwareAuthenticator,
  mischief: Mischief = {},
): Promise<TestAnswer> {
  const asked = await person.service.post("/v1/step-up/passkey/options", {}, person);
  expect(asked.status).toBe(200);
  const response = await authenticator.get(asked.body, mischief);
  const answer = await person.service.post("/v1/step-up", { method: "passkey", id: asked.body.id, response }, person);
  if (answer.status === 200) person.token = answer.body.session.token;
  return answer;
}
