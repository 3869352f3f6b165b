import { env } from "cloudflare:test";
import type { Person } from "./person.ts";
import type { TestAnswer } from "./service.ts";

/** A session of the account that is stepped up: the one of `person`, or where that has ended one of a new sign-in. */
export async function elevated(person: Person): Promise<{ token: string } | null> {
  const own = await person.service.get("/v1/session", person);
  if (own.body.session?.elevatedUntil) return person;
  if (own.status !== 200) {
    const started = await signIn(person);
    if (started === null) return null;
    person.token = started;
  }
  if ((await person.account()).body.twoFactor.enabled) await person.stepUp();
  else await person.stepUpByPassword();
  return person;
}

/** The token of a new session, by password and app; null where the password signs nobody in. */
export async function signIn(person: Person): Promise<string | null> {
  person.service.pass(30);
  const { status, body } = await person.startSignIn();
  if (status !== 200) return null;
  if (body.status === "complete") return body.session.token;
  person.service.pass(30);
  const { body: completed } = await person.typeCode(body.signIn, "app", person.appCode());
  return completed.session.token;
}

/** What somebody is answered who cannot sign in. */
export const nobody: TestAnswer = { status: 401, headers: new Headers(), body: { code: "not_signed_in" } };

/** Does something with a session that may do anything; where nobody can sign in, nothing can go on either. */
export async function asOwner(
  person: Person,
  act: (owner: { token: string }) => Promise<TestAnswer>,
): Promise<TestAnswer> {
  const owner = await elevated(person);
  return owner ? act(owner) : nobody;
}

const administrators = new Map<Person, { operator: { token: string } }>();

/** Says who administers the service of a person. */
export function administer(person: Person, operator: { token: string }): void {
  administrators.set(person, { operator });
}

/** Who administers the service of a person. */
export function administratorOf(person: Person): { operator: { token: string } } {
  const found = administrators.get(person);
  if (!found) throw new Error("nobody administers this person's service");
  return found;
}

/** Lets the two-factor reset of an account be due, without the codes growing old. */
export async function makeTwoFactorResetDue(accountId: string): Promise<void> {
  await env.DB.prepare("UPDATE two_factor_resets SET ready_at = 0 WHERE account_id = ?").bind(accountId).run();
}
