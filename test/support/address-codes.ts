import { expect } from "vitest";
import { type Person, wrongCode } from "./person.ts";
import type { Service, TestAnswer } from "./service.ts";

let addresses = 0;

/** An address that nobody has yet. */
export const newAddress = () => `proves-${++addresses}-${crypto.randomUUID()}@example.com`;

/** From which network a request comes. */
export const from = (ip?: string) => (ip === undefined ? {} : { headers: { "CF-Connecting-IP": ip } });

export const howMany = (answers: TestAnswer[], code: string) => answers.filter(({ body }) => body.code === code).length;

/** Starts an account, from no network that a platform names. */
export async function signUp(service: Service, email: string): Promise<{ id: string; code: string }> {
  const answer = await service.post("/v1/accounts", { email, password: "a quiet harbour at dawn" });
  expect(answer.status).toBe(202);
  return { id: answer.body.verification.id, code: await service.newestCode(email) };
}

/** Types the code of a started account. */
export function prove(service: Service, wish: { id: string; code: string }, ip?: string): Promise<TestAnswer> {
  return service.post("/v1/accounts/verify", wish, from(ip));
}

/** Has so many wrong codes judged of sign-ups with an address, five of each. */
export async function guessSignUps(service: Service, email: string, guesses: number): Promise<void> {
  for (let left = guesses; left > 0; left -= 5) {
    const { id, code } = await signUp(service, email);
    for (let tries = 0; tries < Math.min(left, 5); tries++) {
      expect((await prove(service, { id, code: wrongCode(code) })).body.code).toBe("wrong_code");
    }
    service.pass(30 * 60);
  }
}

/** Asks, stepped up, for a change of address; answers its code. */
export async function askChange(person: Person, newEmail: string): Promise<string> {
  await person.stepUpByPassword();
  expect((await person.service.put("/v1/account/email", { newEmail }, person)).status).toBe(202);
  return person.service.newestCode(newEmail);
}

/** Types the code of the change. */
export function confirmChange(person: Person, code: string, ip?: string): Promise<TestAnswer> {
  return person.service.post("/v1/account/email/confirm", { code }, { token: person.token, ...from(ip) });
}
