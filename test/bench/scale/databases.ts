import { existsSync, globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LatchkeyPeople } from "../operations/latchkey-people.ts";
import { startLatchkeys } from "../servers/start.ts";
import { type Filled, fillDatabase } from "./fill.ts";

/** Whose times are compared. */
export const sizes = ["small", "big"] as const;
export type Size = (typeof sizes)[number];

/** Makes and fills both databases in a folder; those that an earlier run kept there are taken as they are. */
export async function makeDatabases(
  folder: string,
  accounts: Record<Size, number>,
  progress: (text: string) => void,
): Promise<Record<Size, Filled>> {
  const note = join(folder, "filled.json");
  if (existsSync(note)) return JSON.parse(await readFile(note, "utf8")) as Record<Size, Filled>;
  const filled = {
    small: await makeDatabase("small", folder, accounts.small, progress),
    big: await makeDatabase("big", folder, accounts.big, progress),
  };
  await writeFile(note, `${JSON.stringify(filled, null, 2)}\n`);
  return filled;
}

async function makeDatabase(
  size: Size,
  folder: string,
  accounts: number,
  progress: (text: string) => void,
): Promise<Filled> {
  const before = databaseFiles(folder);
  const { latchkeys, stop } = await startLatchkeys([size], folder);
  const hash = await hashOfPassword(latchkeys[size]);
  await stop();
  const file = databaseFiles(folder).find((each) => !before.includes(each));
  if (file === undefined) throw new Error(`the runtime has kept no database in ${folder}`);
  return fillDatabase(file, { accounts, hash }, (text) => progress(`${size}: ${text}`));
}

/** The hash that the worker itself makes of the password that is everybody's; nothing else is left of it. */
async function hashOfPassword({ address, database }: Awaited<ReturnType<typeof startLatchkeys>>["latchkeys"][string]) {
  await new LatchkeyPeople(address).newPerson();
  const hash = await database.prepare("SELECT hash FROM passwords").first<string>("hash");
  if (hash === null) throw new Error("the worker made no account");
  // What has an account goes with it, by foreign keys.
  await database.batch(
    ["accounts", "email_codes", "throttles"].map((table) => database.prepare(`DELETE FROM ${table}`)),
  );
  return hash;
}

function databaseFiles(folder: string): string[] {
  return globSync("**/miniflare-D1DatabaseObject/*.sqlite", { cwd: folder })
    .filter((path) => !path.endsWith("metadata.sqlite"))
    .map((path) => join(folder, path));
}
