import { parseArgs, styleText } from "node:util";
import type { D1DatabaseSession } from "@cloudflare/workers-types";
import * as v from "valibot";
import { operatorNameLimit, operatorScope, operatorScopes } from "../shared/contract/operator.ts";
import { systemRandom } from "../worker/crypto/random.ts";
import { createOperatorKey, listOperatorKeys, revokeOperatorKey } from "../worker/operator/key.ts";
import { keyDaysDefault } from "../worker/operator/rules.ts";
import { connectDatabase } from "./connect-database.ts";

const usage = `npm run operator -- create --name support --scopes "people:read sessions:end" [--days ${keyDaysDefault}]
npm run operator -- list
npm run operator -- revoke --id ID
With --remote it is about what is deployed, else about this machine.
Scopes: ${operatorScopes.join(" ")}`;

const wish = v.object({
  name: v.optional(
    v.pipe(v.string(), v.trim(), v.minLength(1, "--name is missing"), v.maxLength(operatorNameLimit)),
    "",
  ),
  scopes: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== "")),
      v.array(operatorScope),
      v.minLength(1, "--scopes is missing"),
    ),
    "",
  ),
  days: v.pipe(
    v.optional(v.string(), `${keyDaysDefault}`),
    v.transform(Number),
    v.integer("--days is no number of days"),
    v.minValue(1),
    v.maxValue(3650),
  ),
});

const commands: Record<string, (db: D1DatabaseSession, values: Record<string, unknown>) => Promise<number>> = {
  async create(db, values) {
    const { name, scopes, days } = v.parse(wish, values);
    const made = await createOperatorKey(db, { name, scopes, days }, { now: Date.now(), random: systemRandom });
    console.log(made.key);
    console.error(`\nThe key of ${name} (${made.id}), good until ${day(made.expiresAt)} for ${scopes.join(" ")}.`);
    console.error("It is shown this once. Keep it where your server keeps its secrets.");
    return 0;
  },
  async list(db) {
    const keys = await listOperatorKeys(db);
    if (keys.length === 0) console.error("There are no keys.");
    for (const key of keys) {
      const state = key.revoked_at !== null ? "revoked" : key.expires_at <= Date.now() ? "expired" : "good";
      const used = key.last_used_at === null ? "never used" : `last used ${day(key.last_used_at)}`;
      console.log([key.id, key.name, state, `until ${day(key.expires_at)}`, used, key.scopes].join("  "));
    }
    return 0;
  },
  async revoke(db, { id }) {
    if (typeof id !== "string") throw new Error("--id is missing: `list` shows it.");
    const revoked = await revokeOperatorKey(db, id, Date.now());
    if (!revoked.ok) throw new Error(`There is no key ${id}, or it is revoked already.`);
    console.log(`${id} is revoked from now on.`);
    return 0;
  },
};

try {
  process.exitCode = await run();
} catch (error) {
  console.error(styleText("red", error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
// The local runtime may hold on to the process after its work is done.
process.exit();

async function run(): Promise<number> {
  const text = { type: "string" } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      remote: { type: "boolean", default: false },
      "persist-to": text,
      name: text,
      scopes: text,
      days: text,
      id: text,
    },
  });
  const command = commands[positionals[0] ?? ""];
  if (!command || positionals.length !== 1) {
    console.error(usage);
    return 1;
  }
  const { db, dispose } = await connectDatabase({ remote: values.remote, persistTo: values["persist-to"] });
  try {
    return await command(db, values);
  } finally {
    await dispose();
  }
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
