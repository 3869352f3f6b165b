import { env } from "cloudflare:test";
import type { D1Database, D1DatabaseSession } from "@cloudflare/workers-types";

/** Every statement that was prepared in this test file so far, as the worker prepares them: in a session with D1. */
export const statementsSoFar = new Set<string>();

/** Notes each statement that is prepared from now on; answers what ends that. */
export function noteStatements(): () => void {
  const sessions: D1DatabaseSession = Object.getPrototypeOf(env.DB.withSession("first-primary"));
  const { prepare } = sessions;
  sessions.prepare = function (this: D1DatabaseSession, sql) {
    statementsSoFar.add(sql);
    return prepare.call(this, sql);
  };
  return () => {
    sessions.prepare = prepare;
  };
}

/** A scan that ends soon: a piece of its statement, what it goes through, and why that is short. */
interface ShortScan {
  statement: string;
  line: RegExp;
  why: string;
}

/** The scans that are allowed. */
export const shortScans: ShortScan[] = [
  {
    statement: "FROM events WHERE untold = 1 ORDER BY seq LIMIT",
    line: /^SCAN events USING (COVERING )?INDEX events_untold$/,
    why: "The index has only the events that are untold, and one run takes some of them.",
  },
  {
    statement: "SELECT 1 FROM webhook_subscriptions LIMIT 1",
    line: /^SCAN webhook_subscriptions /,
    why: "The first row is all it asks for.",
  },
  {
    statement: "(SELECT hash FROM passwords ORDER BY account_id LIMIT 1)",
    line: /^SCAN passwords USING INDEX sqlite_autoindex_passwords_1$/,
    why: "The first row is all it asks for, in the order of the index.",
  },
  {
    statement: "FROM signing_keys ORDER BY seq DESC LIMIT 20",
    line: /^SCAN signing_keys$/,
    why: "The last twenty rows in the order of the table, which has a few.",
  },
  {
    statement: "FROM oidc_clients ORDER BY id LIMIT ?",
    line: /^SCAN oidc_clients USING INDEX sqlite_autoindex_oidc_clients_1$/,
    why: "The first rows in the order of the index, as many as are shown.",
  },
  {
    statement: "(SELECT count(*) FROM webhook_endpoints) < ?",
    line: /^SCAN webhook_endpoints /,
    why: "This statement sees to it that there are 20 at most.",
  },
  {
    statement: "FROM webhook_endpoints ORDER BY created_at, id",
    line: /^SCAN webhook_endpoints$/,
    why: "All of them are asked for, and there are 20 at most.",
  },
  {
    statement: "FROM operators ORDER BY created_at DESC",
    line: /^SCAN operators$/,
    why: "Lists every key, for the operator's command and its route: they are made by hand, so there are few.",
  },
  {
    statement: "count(DISTINCT account_id) AS accounts",
    line: /^SCAN recovery_codes USING INDEX recovery_codes_by_mac_key$/,
    why: "Counts every unused code, for the command that retires a key, and never in a request.",
  },
  {
    statement: "SELECT sealed_by, count(*) AS count FROM",
    line: /^SCAN \w+ USING INDEX \w+_by_sealing_key$/,
    why: "Counts every secret, for the command that seals them anew, and never in a request.",
  },
];

/**
 * The plans of statements that go through a whole table or make an index for the occasion, each with its statement;
 * `allowed` are scans that may be.
 */
export async function scansIn(statements: Iterable<string>, allowed = shortScans): Promise<string[]> {
  const all = [...statements];
  if (all.length === 0) return [];
  const db: D1Database = env.DB;
  const explained = await db.batch<{ detail: string }>(
    all.map((sql) => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...Array(countParameters(sql)).fill(null))),
  );
  return explained.flatMap(({ results }, at) => {
    const sql = all[at] ?? "";
    const lines = results.map(({ detail }) => detail);
    const short = allowed.filter(({ statement }) => sql.includes(statement));
    const isScan = (line: string) => walksRows(line, lines) && !short.some((scan) => scan.line.test(line));
    return lines.some(isScan)
      ? [`${sql}\n${lines.map((line) => `  ${isScan(line) ? "!" : " "} ${line}`).join("\n")}`]
      : [];
  });
}

/** Whether a line of a plan goes through a whole table: not a row of constants, a JSON array or what a subquery made. */
function walksRows(line: string, plan: string[]): boolean {
  if (line.includes("AUTOMATIC")) return true;
  const [, walked] = /^SCAN (\S+)/.exec(line) ?? [];
  if (!walked || /^SCAN (CONSTANT ROW|json_each VIRTUAL TABLE|\(subquery-\d+\))/.test(line)) return false;
  return !plan.some((other) => other === `CO-ROUTINE ${walked}` || other === `MATERIALIZE ${walked}`);
}

/** A `?` without a number is one more than the highest before it (SQLite, "Expressions", 3.1). */
function countParameters(sql: string): number {
  return [...sql.matchAll(/'[^']*'|\?(\d*)/g)]
    .filter(([text]) => text.startsWith("?"))
    .reduce((highest, [, number]) => (number ? Math.max(highest, Number(number)) : highest + 1), 0);
}
