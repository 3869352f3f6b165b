import { systemRandom } from "../../../worker/crypto/random.ts";
import { createOperatorKey } from "../../../worker/operator/key.ts";
import type { Call } from "../operations/call.ts";
import { latchkeyOperations } from "../operations/latchkey.ts";
import { bearer, LatchkeyPeople, password } from "../operations/latchkey-people.ts";
import type { Operation } from "../operations/operation.ts";
import type { Latchkey } from "../servers/start.ts";
import { insertDueRows } from "./due-rows.ts";
import { filledPerson } from "./filling.ts";

/** Everything that the benchmark measures, and what falls on those whom the database was filled with, a new one each round. */
export async function scaleOperations(latchkey: Latchkey, accounts: number): Promise<Record<string, Operation>> {
  // As Cloudflare has it: each request from an address, so that networks are counted too.
  const caller = () => ({ "CF-Connecting-IP": addressIn("198.51.100") });
  const people = new LatchkeyPeople(latchkey.address, caller);
  await goOnAfter(latchkey, people);
  return {
    ...(await latchkeyOperations(latchkey.address, caller)),
    ...filledPeopleOperations(people, accounts),
    ...(await operatorOperations(people, latchkey, accounts)),
    "cron: nothing is due": async () => () => people.send("POST", "/bench/scheduled"),
    "cron: 500 rows of each kind are due": async () => {
      await insertDueRows(latchkey.database, await people.pass(0));
      return () => people.send("POST", "/bench/scheduled");
    },
  };
}

/** Moves the clock to after whatever an earlier run, whose clock was ahead, has left in a database that was kept. */
async function goOnAfter({ database }: Latchkey, people: LatchkeyPeople): Promise<void> {
  const newest = await database.prepare("SELECT max(at) AS at FROM events").first<number>("at");
  const aheadMs = (newest ?? 0) - Date.now();
  if (aheadMs > 0) await people.pass(Math.ceil(aheadMs / 1000) + 24 * 60 * 60);
}

function filledPeopleOperations(people: LatchkeyPeople, accounts: number): Record<string, Operation> {
  const signIn = (): Promise<Call> => {
    const { email, network, userAgent } = filledPerson(somebody(accounts));
    const headers = { "Latchkey-Session": "bearer", "User-Agent": userAgent, "CF-Connecting-IP": addressIn(network) };
    return people.send("POST", "/v1/sign-in", { body: { email, password }, headers });
  };
  const asSomebody = (path: string) => async () => {
    const { token } = (await signIn()).body.session;
    return () => people.send("GET", path, { headers: bearer(token) });
  };
  const again = (operation: Operation) => async () => {
    const run = await operation();
    await run();
    return run;
  };
  return {
    "filled: sign in, one step": async () => signIn,
    "filled: session check": asSomebody("/v1/session"),
    "filled: account": asSomebody("/v1/account"),
    "filled: list sessions": asSomebody("/v1/account/sessions"),
    "filled: activity": asSomebody("/v1/account/activity"),
    // What the first time costs more is what SQLite had to fetch from the file.
    "filled: activity, a second time": again(asSomebody("/v1/account/activity")),
  };
}

async function operatorOperations(
  people: LatchkeyPeople,
  { database }: Latchkey,
  accounts: number,
): Promise<Record<string, Operation>> {
  const wish = { name: "Bench", scopes: ["people:read", "people:write", "events:read"] as const, days: 30 };
  const times = { now: Date.now(), random: systemRandom };
  const { key } = await createOperatorKey(database.withSession("first-primary"), wish, times);
  const ask = (path: string, method = "GET"): Promise<Call> =>
    people.send(method, `/v1/admin${path}`, { headers: bearer(key) });
  const find = async (email: string): Promise<string | undefined> =>
    (await ask(`/people?email=${email}`)).body.people[0]?.id;
  let deleted = 0;

  return {
    "operator: find by e-mail": async () => () => ask(`/people?email=${filledPerson(somebody(accounts)).email}`),
    "operator: one person": async () => {
      const id = await find(filledPerson(somebody(accounts)).email);
      return () => ask(`/people/${id}`);
    },
    "operator: newest people": async () => () => ask("/people"),
    "operator: newest events": async () => () => ask("/events"),
    "operator: newest events of a type": async () => () => ask("/events?type=device_remembered"),
    "operator: events of one person": async () => {
      const id = await find(filledPerson(somebody(accounts)).email);
      return () => ask(`/events?account=${id}`);
    },
    "operator: delete a person": async () => {
      let id: string | undefined;
      while (id === undefined) id = await find(filledPerson(somebodyToDelete(deleted++)).email);
      return () => ask(`/people/${id}`, "DELETE");
    },
  };
}

/** The number of anybody whose second step is off, as filling.ts deals them out. */
function somebody(accounts: number): number {
  return Math.floor((Math.random() * accounts) / 10) * 10 + 5 + Math.floor(Math.random() * 4);
}

/** One of the others without one. */
function somebodyToDelete(index: number): number {
  return index * 10 + 9;
}

function addressIn(network: string): string {
  return `${network}.${1 + Math.floor(Math.random() * 250)}`;
}
