import { env } from "cloudflare:test";
import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

/**
 * Counts the round trips to a database: each statement that is run by itself, and each batch; and the statements in
 * them.
 */
export class RoundTrips {
  count = 0;
  statements = 0;

  /** The real D1, counted. */
  readonly database = new Proxy(env.DB, {
    get: (target, name) =>
      name === "withSession" ? () => this.#counted(target.withSession("first-primary")) : Reflect.get(target, name),
  });

  #counted(session: D1DatabaseSession): D1DatabaseSession {
    return new Proxy(session, {
      get: (target, name) => {
        if (name === "prepare") return (sql: string) => this.#countedStatement(target.prepare(sql));
        if (name === "batch") {
          return (statements: D1PreparedStatement[]) => {
            this.count++;
            this.statements += statements.length;
            return target.batch(statements.map((statement) => originals.get(statement) ?? statement));
          };
        }
        return Reflect.get(target, name);
      },
    });
  }

  #countedStatement(statement: D1PreparedStatement): D1PreparedStatement {
    const counted = new Proxy(statement, {
      get: (target, name) => {
        if (name === "bind") return (...values: unknown[]) => this.#countedStatement(target.bind(...values));
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== "function") return member;
        return (...words: unknown[]) => {
          this.count++;
          this.statements++;
          return Reflect.apply(member, target, words);
        };
      },
    });
    originals.set(counted, statement);
    return counted;
  }
}

// D1 takes only its own statements into a batch.
const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
