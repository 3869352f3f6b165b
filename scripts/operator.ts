import { parseArgs, styleText } from "node:util";
import { operatorScopes } from "../shared/contract/operator.ts";
import { keyDaysDefault } from "../worker/operator/rules.ts";
import { connectDatabase } from "./connect-database.ts";
import { endSessions, replaceSigningKey } from "./emergency.ts";
import { rotateMacKey } from "./mac-key.ts";
import { type Commanded, createKey, listKeys, revokeKey } from "./operator-keys.ts";

const usage = `npm run operator -- create --name support --scopes "people:read sessions:end" [--days ${keyDaysDefault}]
npm run operator -- list
npm run operator -- revoke --id ID
npm run operator -- end-sessions                     signs everybody out
npm run operator -- replace-signing-key              a new key for tokens, the old ones gone
npm run operator -- rotate-mac-key [--id m2]         prints the next MAC_KEY, a new key in front
npm run operator -- rotate-mac-key --retire          prints it without the old keys
With --remote it is about what is deployed, otherwise about this machine. What is deployed has its secrets from the
environment: SEAL_KEYS for replace-signing-key, MAC_KEY for rotate-mac-key.
Scopes: ${operatorScopes.join(" ")}`;

const commands: Record<string, (given: Commanded) => Promise<void>> = {
  create: createKey,
  list: listKeys,
  revoke: revokeKey,
  "end-sessions": endSessions,
  "replace-signing-key": replaceSigningKey,
  "rotate-mac-key": rotateMacKey,
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
  const [text, flag] = [{ type: "string" } as const, { type: "boolean", default: false } as const];
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      remote: flag,
      "persist-to": text,
      name: text,
      scopes: text,
      days: text,
      id: text,
      retire: flag,
    },
  });
  const command = commands[positionals[0] ?? ""];
  if (!command || positionals.length !== 1) {
    console.error(usage);
    return 1;
  }
  const { db, dispose } = await connectDatabase({ remote: values.remote, persistTo: values["persist-to"] });
  try {
    await command({ db, values });
    return 0;
  } finally {
    await dispose();
  }
}
