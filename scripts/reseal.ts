import { parseArgs, styleText } from "node:util";
import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { unstable_getVarsForDev } from "wrangler";
import { countSealed, resealBatch } from "../worker/app-code/reseal.ts";
import { systemRandom } from "../worker/crypto/random.ts";
import type { SealKey } from "../worker/crypto/seal.ts";
import { readSealKeys } from "../worker/environment.ts";
import { countSealedKeys, resealSigningKeys } from "../worker/signing-key/reseal.ts";
import { configPath, connectDatabase, readWorkerConfig } from "./connect-database.ts";

const batchSize = 100;

const { remote, "persist-to": persistTo } = parseArgs({
  options: { remote: { type: "boolean", default: false }, "persist-to": { type: "string" } },
}).values;

try {
  process.exitCode = await reseal();
} catch (error) {
  console.error(styleText("red", `Nothing more is resealed. ${error instanceof Error ? error.message : error}`));
  process.exitCode = 1;
}
// The local runtime may hold on to the process after its work is done.
process.exit();

/** Reseals all that the keys at hand can open; the exit code is 1 where something is left. */
async function reseal(): Promise<number> {
  const keys = readSealKeys(process.env.SEAL_KEYS ?? (remote ? undefined : localSetting("SEAL_KEYS")));
  const { db, dispose } = await connectDatabase({ remote, persistTo });
  try {
    for (const { id } of keys.slice(1)) await resealAll(db, keys, id);
    await resealKeys(db, keys);
    return report(added(await countSealed(db), await countSealedKeys(db)), keys);
  } finally {
    await dispose();
  }
}

/** A setting as `wrangler dev` has it: of .dev.vars, else of wrangler.toml. */
function localSetting(name: string): unknown {
  const { vars } = readWorkerConfig(false);
  return unstable_getVarsForDev(configPath, undefined, vars, undefined, true)[name]?.value;
}

async function resealAll(db: D1DatabaseSession, keys: SealKey[], keyId: string): Promise<void> {
  let after: string | null = "";
  let resealed = 0;
  while (after !== null) {
    const batch = await resealBatch({ db, keys, random: systemRandom }, { keyId, after, limit: batchSize });
    resealed += batch.resealed;
    if (batch.resealed > 0) console.log(`${resealed} of key ${keyId} resealed`);
    for (const id of batch.damaged)
      console.error(styleText("red", `The secret of app ${id} was altered and does not open.`));
    after = batch.next;
  }
}

async function resealKeys(db: D1DatabaseSession, keys: SealKey[]): Promise<void> {
  const { resealed, damaged } = await resealSigningKeys(db, keys, systemRandom);
  if (resealed > 0) console.log(`${resealed} of the signing keys resealed`);
  for (const id of damaged) console.error(styleText("red", `The signing key ${id} was altered and does not open.`));
}

function added(some: Map<string, number>, more: Map<string, number>): Map<string, number> {
  return new Map([...some.keys(), ...more.keys()].map((id) => [id, (some.get(id) ?? 0) + (more.get(id) ?? 0)]));
}

function report(counts: Map<string, number>, keys: SealKey[]): number {
  const [newest, ...older] = keys.map(({ id }) => id);
  const lost = [...counts.keys()].filter((id) => id !== newest && !older.includes(id));
  console.log(`\n${counts.get(newest ?? "") ?? 0} secrets are sealed by key ${newest}, the newest.`);
  for (const id of older) {
    const left = counts.get(id) ?? 0;
    console.log(`${left} are left of key ${id}${left === 0 ? ": it can be taken out of SEAL_KEYS" : ""}.`);
  }
  for (const id of lost) {
    console.error(
      styleText(
        "red",
        `${counts.get(id)} are sealed by key ${id}, which SEAL_KEYS does not hold: add it, or those apps must be set up again.`,
      ),
    );
  }
  return lost.length > 0 || older.some((id) => counts.has(id)) ? 1 : 0;
}
