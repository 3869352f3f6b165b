import { parseArgs, styleText } from "node:util";
import { type KeyedAccount, rekeyBatch } from "../worker/account/rekey/batch.ts";
import { connectDatabase } from "./connect-database.ts";

const batchSize = 500;

const { remote, "persist-to": persistTo } = parseArgs({
  options: { remote: { type: "boolean", default: false }, "persist-to": { type: "string" } },
}).values;

try {
  process.exitCode = await rekey();
} catch (error) {
  console.error(styleText("red", `No more keys are computed. ${error instanceof Error ? error.message : error}`));
  process.exitCode = 1;
}
// The local runtime may hold on to the process after its work is done.
process.exit();

/** Computes the key of every address anew; the exit code is 1 where two accounts turn out to have one address. */
async function rekey(): Promise<number> {
  const { db, dispose } = await connectDatabase({ remote, persistTo });
  try {
    let rekeyed = 0;
    let found = 0;
    let after: { createdAt: number; id: string } | null = { createdAt: -1, id: "" };
    while (after !== null) {
      const batch = await rekeyBatch(db, after, batchSize);
      rekeyed += batch.rekeyed;
      for (const { older, younger } of batch.doubles) {
        found++;
        console.log(`one address: ${described(older)} keeps it; ${described(younger)} signs in by its old spelling`);
      }
      after = batch.next;
    }
    console.log(
      `${rekeyed} ${rekeyed === 1 ? "key" : "keys"} computed anew, ${found} ${found === 1 ? "address" : "addresses"} with two accounts.`,
    );
    return found > 0 ? 1 : 0;
  } finally {
    await dispose();
  }
}

function described({ id, email, createdAt }: KeyedAccount): string {
  return `${id} (${email}, ${new Date(createdAt).toISOString().slice(0, 10)})`;
}
