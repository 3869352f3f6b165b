import { parseArgs, styleText } from "node:util";
import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { systemRandom } from "../worker/crypto/random.ts";
import type { ResealedBatch, Resealing } from "../worker/crypto/reseal.ts";
import type { SealKey } from "../worker/crypto/seal.ts";
import { readSealKeys } from "../worker/environment.ts";
import { countSealedAside, resealAside } from "../worker/set-aside/sealed/reseal.ts";
import { countSealedKeys, resealSigningKeys } from "../worker/signing-key/reseal.ts";
import { countSealed, resealBatch } from "../worker/totp/reseal.ts";
import { countSealedSecrets, resealSecrets } from "../worker/webhook/reseal.ts";
import { connectDatabase, settingAtHand } from "./connect-database.ts";

const batchSize = 100;

/** Everything that is sealed, by whose secrets they are, and what becomes of them without their key. */
const sealed = [
  { owner: "app", count: countSealed, reseal: resealBatch, loss: "those apps must be set up again" },
  // Behind the apps: one that is removed meanwhile is found here.
  {
    owner: "suspended or removed app",
    count: countSealedAside,
    reseal: resealAside,
    loss: "those that were suspended or removed cannot be given back",
  },
  { owner: "webhook", count: countSealedSecrets, reseal: resealSecrets, loss: "those webhooks need new secrets" },
  {
    owner: "signing key",
    count: countSealedKeys,
    // So few that all of them go at once, whichever key they are of.
    reseal: async ({ db, keys, random }: Resealing): Promise<ResealedBatch> => ({
      ...(await resealSigningKeys(db, keys, random)),
      next: null,
    }),
    loss: "others will be made in their place",
  },
];

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
  const keys = readSealKeys(settingAtHand("SEAL_KEYS", remote));
  const { db, dispose } = await connectDatabase({ remote, persistTo });
  try {
    for (const { id } of keys.slice(1)) await resealAll(db, keys, id);
    return await report(db, keys);
  } finally {
    await dispose();
  }
}

async function resealAll(db: D1DatabaseSession, keys: SealKey[], keyId: string): Promise<void> {
  let resealed = 0;
  for (const { owner, reseal: resealSome } of sealed) {
    let after: string | null = "";
    while (after !== null) {
      const batch = await resealSome({ db, keys, random: systemRandom }, { keyId, after, limit: batchSize });
      resealed += batch.resealed;
      if (batch.resealed > 0) console.log(`${resealed} of key ${keyId} resealed`);
      for (const id of batch.damaged) complain(`The secret of ${owner} ${id} was altered and does not open.`);
      after = batch.next;
    }
  }
}

async function report(db: D1DatabaseSession, keys: SealKey[]): Promise<number> {
  const counts = new Map<string, number>();
  const lost: string[] = [];
  for (const { count, loss } of sealed) {
    for (const [id, some] of await count(db)) {
      counts.set(id, (counts.get(id) ?? 0) + some);
      if (keys.some((key) => key.id === id)) continue;
      lost.push(`${some} are sealed by key ${id}, which SEAL_KEYS does not hold: add it, or ${loss}.`);
    }
  }
  const [newest, ...older] = keys.map(({ id }) => id);
  console.log(`\n${counts.get(newest ?? "") ?? 0} secrets are sealed by key ${newest}, the newest.`);
  for (const id of older) {
    const left = counts.get(id) ?? 0;
    console.log(`${left} are left of key ${id}${left === 0 ? ": it can be taken out of SEAL_KEYS" : ""}.`);
  }
  for (const line of lost) complain(line);
  return lost.length > 0 || older.some((id) => counts.has(id)) ? 1 : 0;
}

function complain(line: string): void {
  console.error(styleText("red", line));
}
