import type { D1DatabaseSession } from "@cloudflare/workers-types";
import * as v from "valibot";
import { operatorNameLimit, operatorScope } from "../shared/contract/operator.ts";
import { systemRandom } from "../worker/crypto/random.ts";
import { createOperatorKey, listOperatorKeys, revokeOperatorKey } from "../worker/operator/key.ts";
import { keyDaysDefault } from "../worker/operator/rules.ts";

/** What a command is given: the database, and what stands behind its name. */
export interface Commanded {
  db: D1DatabaseSession;
  values: Record<string, unknown>;
}

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

/** Makes a key and shows it, this once. */
export async function createKey({ db, values }: Commanded): Promise<void> {
  const { name, scopes, days } = v.parse(wish, values);
  const made = await createOperatorKey(db, { name, scopes, days }, { now: Date.now(), random: systemRandom });
  console.log(made.key);
  console.error(`\nThe key of ${name} (${made.id}) for ${scopes.join(" ")}. It expires on ${day(made.expiresAt)}.`);
  console.error("You can't see it again. Keep it where your server keeps its secrets.");
}

/** Shows every key, a line each, without what it opens by. */
export async function listKeys({ db }: Commanded): Promise<void> {
  const keys = await listOperatorKeys(db);
  if (keys.length === 0) console.error("There are no keys.");
  for (const key of keys) {
    const state = key.revoked_at !== null ? "revoked" : key.expires_at <= Date.now() ? "expired" : "valid";
    const used = key.last_used_at === null ? "never used" : `last used ${day(key.last_used_at)}`;
    console.log([key.id, key.name, state, `until ${day(key.expires_at)}`, used, key.scopes].join("  "));
  }
}

/** Ends a key from its next call on. */
export async function revokeKey({ db, values: { id } }: Commanded): Promise<void> {
  if (typeof id !== "string") throw new Error("--id is missing: `list` shows it.");
  const revoked = await revokeOperatorKey(db, id, Date.now());
  if (!revoked.ok) throw new Error(`There is no key ${id}, or it has already been revoked.`);
  console.log(`${id} is revoked.`);
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
