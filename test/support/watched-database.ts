import type { D1Database, D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

/** What happens around each round trip: `trip` makes it, with so many statements. */
export type AroundTrip = <Answer>(trip: () => Promise<Answer>, statements: number) => Promise<Answer>;

/** A D1, with `around` put about each statement that is run by itself and each batch. */
export function watchedDatabase(database: D1Database, around: AroundTrip): D1Database {
  return new Proxy(database, {
    get: (target, name) =>
      name === "withSession"
        ? () => watchedSession(target.withSession("first-primary"), around)
        : Reflect.get(target, name),
  });
}

function watchedSession(session: D1DatabaseSession, around: AroundTrip): D1DatabaseSession {
  return new Proxy(session, {
    get: (target, name) => {
      if (name === "prepare") return (sql: string) => watchedStatement(target.prepare(sql), around);
      if (name === "batch") {
        return (statements: D1PreparedStatement[]) =>
          around(
            () => target.batch(statements.map((statement) => originals.get(statement) ?? statement)),
            statements.length,
          );
      }
      return Reflect.get(target, name);
    },
  });
}

function watchedStatement(statement: D1PreparedStatement, around: AroundTrip): D1PreparedStatement {
  const watched = new Proxy(statement, {
    get: (target, name) => {
      if (name === "bind") return (...values: unknown[]) => watchedStatement(target.bind(...values), around);
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      return (...words: unknown[]) => around(() => Reflect.apply(member, target, words) as Promise<unknown>, 1);
    },
  });
  originals.set(watched, statement);
  return watched;
}

// D1 takes only its own statements into a batch.
const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
