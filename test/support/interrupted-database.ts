import { env } from "cloudflare:test";
import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

/**
 * The real D1, where something else happens just before the `trip`th round trip of a request, the first being 1: what
 * a test needs to come between a request's reading and its writing, each time and not by chance.
 */
export function interruptedDatabase(trip: number, meanwhile: () => Promise<unknown>): typeof env.DB {
  let trips = 0;
  const beforeTrip = async () => {
    if (++trips === trip) await meanwhile();
  };

  const statement = (real: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(real, {
      get: (target, name) => {
        if (name === "bind") return (...values: unknown[]) => statement(target.bind(...values));
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== "function") return member;
        return async (...words: unknown[]) => {
          await beforeTrip();
          return Reflect.apply(member, target, words);
        };
      },
    });
    originals.set(wrapped, real);
    return wrapped;
  };

  const session = (real: D1DatabaseSession): D1DatabaseSession =>
    new Proxy(real, {
      get: (target, name) => {
        if (name === "prepare") return (sql: string) => statement(target.prepare(sql));
        return async (statements: D1PreparedStatement[]) => {
          await beforeTrip();
          return target.batch(statements.map((each) => originals.get(each) ?? each));
        };
      },
    });

  return new Proxy(env.DB, { get: (target) => () => session(target.withSession("first-primary")) });
}

// D1 takes only its own statements into a batch.
const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
