import { beforeEach, describe, expect, it } from "vitest";
import type { SecurityNewsKind } from "../../shared/locales/en/security-mail.ts";
import { type Flow, flows } from "../support/flows.ts";
import { costOf, fillChanges, fillCounts } from "../support/full-counts.ts";
import { operatorWith } from "../support/operator.ts";
import { Person } from "../support/person.ts";
import { withRange } from "../support/range.ts";
import { emptyMailbox, type Service } from "../support/service.ts";

const password = "a quiet harbour at dawn";
const newAddress = () => `counted-${crypto.randomUUID()}@example.com`;
const headers = { "CF-Connecting-IP": "192.0.2.180" };

/** What people do without an account, beside the flows of those who have one. */
const strangers: Record<string, (service: Service) => Promise<Awaited<ReturnType<Flow["ready"]>>>> = {
  "make an account": async (service) => {
    const email = newAddress();
    return () => service.post("/v1/accounts", { email, password }, { headers });
  },
  "have the code of a new account sent again": async (service) => {
    const { body } = await service.post("/v1/accounts", { email: newAddress(), password });
    service.pass(60);
    return () => service.post("/v1/accounts/verification", { id: body.verification.id });
  },
  "prove the address of a new account": async (service) => {
    const email = newAddress();
    const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
    const code = await service.newestCode(email);
    return () => service.post("/v1/accounts/verify", { id, code }, { headers });
  },
  "ask how good a password is": async (service) => () => service.post("/v1/password/check", { password }, { headers }),
};

/** Everything that is done here: what it needs, and the request itself. */
const doings: Record<string, () => Promise<{ person: Person; send: Awaited<ReturnType<Flow["ready"]>> }>> = {
  ...Object.fromEntries(
    Object.entries(flows).map(([name, { given, ready }]) => [
      name,
      async () => {
        const person = await Person.signUp(withRange());
        await given?.(person);
        return { person, send: await ready(person) };
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(strangers).map(([name, ready]) => [
      name,
      async () => {
        const person = await Person.signUp(withRange());
        return { person, send: await ready(person.service) };
      },
    ]),
  ),
};

/** The counts that there are, how each is filled, and whose requests it then refuses: all others go on. */
const counts: { count: string; fill: (person: Person) => Promise<void>; refuses: string[] }[] = [
  {
    count: "tries",
    fill: () => fillCounts("throttles"),
    refuses: [
      "change the password",
      "sign in by password alone",
      "begin a sign-in that asks for an app",
      "begin a sign-in that mails a code",
      "prove the second step by an app",
      "prove the second step by e-mail",
      "prove the second step by a recovery code",
      "confirm e-mail",
      "step up by password",
      "step up by an app",
      "reset the password",
      "reset the password with an app on",
      "sign in by an unlock",
      "sign in from a remembered browser",
      "prove the second step and have the browser remembered",
      "move to another address",
      "make an account",
      "prove the address of a new account",
      "ask how good a password is",
    ],
  },
  {
    count: "mailed codes",
    fill: () => fillCounts("email_codes"),
    refuses: [
      "start to set e-mail up",
      "ask for a reset",
      "ask for another address",
      "make an account",
      "have the code of a new account sent again",
    ],
  },
  { count: "mailed links", fill: () => fillCounts("mailed_links"), refuses: ["ask for an unlock"] },
  ...changes({
    password_changed: ["change the password"],
    email_change_requested: ["ask for another address"],
    recovery_codes_renewed: ["renew the recovery codes"],
    passkeys_only_on: ["ask for nothing weaker than a passkey"],
    method_added: [
      "start to set an app up",
      "confirm an app",
      "start to set e-mail up",
      "confirm e-mail",
      "add a passkey",
    ],
  }),
];

function changes(of: Partial<Record<SecurityNewsKind, string[]>>): typeof counts {
  return Object.entries(of).map(([kind, refuses]) => ({
    count: `changes of a day, ${kind}`,
    fill: ({ accountId, service }) => fillChanges(accountId, kind as SecurityNewsKind, service.now),
    refuses,
  }));
}

/** Does it with counts that are full; where it is refused, that must have cost nothing. Answers whether it was. */
async function isRefused(name: string, fills: readonly ((person: Person) => Promise<void>)[]): Promise<boolean> {
  const { person, send } = (await doings[name]?.()) ?? {};
  if (!person || !send) throw new Error(`nothing is called ${name}`);
  for (const fill of fills) await fill(person);
  const { answer, ...cost } = await costOf(send);
  if (answer.body.code !== "too_many_attempts") return false;
  expect(answer.body.retryAfter).toBeGreaterThan(0);
  // A challenge that was answered is spent, whatever becomes of the answer.
  const rows = cost.rows.filter((row) => name !== "add a passkey" || !row.startsWith("passkey_challenges: "));
  expect({ ...cost, rows }).toEqual({ hashes: 0, mails: 0, requests: 0, rows: [] });
  return true;
}

beforeEach(emptyMailbox);

describe.each(counts)("G8 with no place left in the count of $count", ({ fill, refuses }) => {
  it.each(refuses)("to %s is refused and costs nothing", async (name) => {
    expect(await isRefused(name, [fill])).toBe(true);
  });
});

describe("G8 with no place left in any count", () => {
  const refused = counts.flatMap(({ refuses }) => refuses);

  it.each(Object.keys(doings))("to %s costs nothing, or is counted nowhere", async (name) => {
    const fills = counts.map(({ fill }) => fill);
    expect(await isRefused(name, fills), "say in `counts` by which it is refused").toBe(refused.includes(name));
  });
});

describe("G8 what an administrator asks for in vain", () => {
  it("G8 an account of a taken address costs no hash and no look-up of its password", async () => {
    const service = withRange();
    const { email } = await Person.signUp(service);
    const operator = await operatorWith(service);
    const make = () => service.post("/v1/admin/people", { email, password }, operator);
    const { answer, ...cost } = await costOf(make);
    expect([answer.status, answer.body.code]).toEqual([409, "account_exists"]);
    expect(cost).toMatchObject({ hashes: 0, mails: 0, requests: 0 });
  });
});
