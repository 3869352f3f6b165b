import { expect } from "vitest";
import type { Person } from "./person.ts";
import type { TestAnswer } from "./service.ts";

/** The password that a reset asks for, unless the test says another. */
export const newPassword = "seven lanterns on a pier";

/** Asks for a reset and reads the code of its mail. */
export async function askReset(person: Person): Promise<{ id: string; code: string }> {
  person.service.pass(30);
  const { status, body } = await person.service.post("/v1/password-reset", { email: person.email });
  expect(status).toBe(202);
  return { id: body.reset.id, code: await person.service.newestCode(person.email) };
}

/** Asks for a reset and reads the link of its mail. */
export async function askResetLink(person: Person): Promise<string> {
  await askReset(person);
  return person.mailedLink("reset");
}

/** Asks for an unlock and presses its link; answers what this browser sends along with its sign-in. */
export async function unlockSignIn(person: Person): Promise<string> {
  person.service.pass(30);
  expect((await person.service.post("/v1/sign-in/unlock", { email: person.email })).status).toBe(202);
  const link = await person.mailedLink("unlock");
  const { status, body } = await person.service.post("/v1/sign-in/unlock/confirm", { link });
  expect(status).toBe(200);
  return body.unlock;
}

/** Confirms a reset. */
export function confirmReset(person: Person, wish: object): Promise<TestAnswer> {
  return person.service.post("/v1/password-reset/confirm", { newPassword, ...wish });
}

/** Resets the password with the right code. */
export async function resetPassword(person: Person): Promise<TestAnswer> {
  return confirmReset(person, await askReset(person));
}
