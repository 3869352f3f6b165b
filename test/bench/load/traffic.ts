import { setTimeout as pause } from "node:timers/promises";
import { chanceOf, oneOf, weighted } from "./chance.ts";
import { Lost, Person } from "./people/person.ts";
import { seedFor, type Town } from "./people/town.ts";
import { newcomer, type Visit } from "./visits/mix.ts";
import { look } from "./visits/session.ts";
import { signIn } from "./visits/sign-in.ts";
import { setUpApp, setUpEmail } from "./visits/two-factor.ts";
import { Visitor } from "./visits/visitor.ts";

const choreEverySeconds = 300;

export interface Traffic {
  connections: number;
  /** What people come for, with how often. */
  visits: readonly (readonly [weight: number, visit: Visit])[];
  /** Whether enough has been done; asked before each visit. */
  isDone: () => boolean;
}

/** Makes people, as a site has them before the hour: some with an app, with e-mail or both, some with a second browser. */
export async function settle(town: Town, count: number, atOnce: number): Promise<Person[]> {
  const people = Array.from({ length: count }, (_, number) => new Person(town, number));
  await eachAtOnce(people, atOnce, async (person) => {
    const visitor = new Visitor(person, 0);
    await newcomer(visitor);
    if (visitor.happens(40)) await setUpApp(visitor);
    if (visitor.happens(15)) await setUpEmail(visitor);
    if (visitor.happens(30)) await signIn(new Visitor(person, 1));
  });
  return people;
}

/** Sends people on visits, so many at a time, until enough is done, and lets the chores run; answers all who came to be. */
export async function flow(
  town: Town,
  people: readonly Person[],
  { connections, visits, isDone }: Traffic,
): Promise<Person[]> {
  const all = [...people];
  const idle = [...people];
  const chores = new AbortController();
  const chore = runChores(town, chores.signal);
  await Promise.all(Array.from({ length: connections }, (_, number) => connection(number)));
  chores.abort();
  await chore;
  return all;

  async function connection(number: number): Promise<void> {
    const chance = chanceOf(seedFor(town.seed, "connection", number));
    while (!isDone()) {
      const person = oneOf(chance, idle);
      idle.splice(idle.indexOf(person), 1);
      await comeBy(person, visits);
      idle.push(isFinished(person) ? replacement() : person);
    }
  }

  function replacement(): Person {
    const person = new Person(town, all.length);
    all.push(person);
    return person;
  }
}

/** Whether nothing more is to be done with a person: a wrong answer was found, or they are gone for sure. */
function isFinished({ isLost, states, tokens }: Person): boolean {
  return isLost || (tokens.length > 0 && states.every(({ exists }) => !exists));
}

async function comeBy(person: Person, visits: Traffic["visits"]): Promise<void> {
  const visitor = new Visitor(person, person.chance() < 0.85 ? 0 : 1);
  try {
    const isNew = !visitor.state.exists && person.states.length === 1;
    await (isNew ? newcomer : weighted(person.chance, visits))(visitor);
    // Whoever was told of a fault looks what became of it.
    if (person.states.length > 1) await look(visitor);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
  }
}

async function runChores(town: Town, signal: AbortSignal): Promise<void> {
  for (let run = 0; ; run++) {
    const due = town.clock.now() + choreEverySeconds * 1000;
    while (town.clock.now() < due) {
      if (signal.aborted) return;
      await pause(50);
    }
    const headers = { "Load-Faults": `${seedFor(town.seed, "chores", run)} ${town.faultRate()}` };
    await (await fetch(`${town.address}/load/schedule`, { headers })).text();
  }
}

/** Does the same for each of some people, so many at once. */
export async function eachAtOnce(
  people: readonly Person[],
  atOnce: number,
  task: (person: Person) => Promise<void>,
): Promise<void> {
  const waiting = [...people];
  const take = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      await task(person).catch((error) => {
        if (!(error instanceof Lost)) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, take));
}
