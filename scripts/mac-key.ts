import { countsId, type MacKey, macKeysOf } from "../worker/crypto/mac.ts";
import { systemRandom } from "../worker/crypto/random.ts";
import { readMacKeys } from "../worker/environment.ts";
import { codesOfOtherKeys } from "../worker/recovery-code/void.ts";
import { settingAtHand } from "./connect-database.ts";
import type { Commanded } from "./operator-keys.ts";

/**
 * Prints the next value of MAC_KEY: with a new key in front, or with `--retire` with the old ones taken out, but for the
 * one that counts go on by. It changes nothing itself, since a secret is set by whoever deploys.
 */
export async function rotateMacKey({ db, values: { remote, retire, id } }: Commanded): Promise<void> {
  const keys = readMacKeys(settingAtHand("MAC_KEY", remote === true));
  if (retire === true) return retireOldKeys(db, keys);
  const next = { id: idOf(id), bytes: systemRandom(32) };
  if (keys.some((key) => key.id === next.id))
    throw new Error(`MAC_KEY has a key ${next.id} already: name another by --id.`);
  console.log(settingOf([next, ...keys]));
  console.error(
    `\nSet MAC_KEY to this line and deploy. New codes and links are then made by ${next.id}; those people have still work.`,
  );
  console.error("After 30 days, run this again with --retire.");
}

async function retireOldKeys(db: Commanded["db"], keys: readonly MacKey[]): Promise<void> {
  const known = macKeysOf(keys);
  const [newest, ...older] = known?.codes ?? [];
  if (!known || !newest || older.length === 0) throw new Error("MAC_KEY has no old key to retire.");
  const { codes, people } = await codesOfOtherKeys(db, newest.id);
  console.log(settingOf([newest, { id: countsId, bytes: known.counts.bytes }]));
  console.error(
    "\nSet MAC_KEY to this line and deploy. The key `counts` opens no code and no link: it only keeps counts of wrong tries.",
  );
  if (codes > 0) {
    console.error(
      `${codes} unused recovery codes of ${people} ${people === 1 ? "person" : "people"} rest on an old key and will stop working. Ask them to renew theirs first, unless the key has leaked.`,
    );
  }
}

/** The id of a new key: what was asked for, or its day. */
function idOf(asked: unknown): string {
  const id = typeof asked === "string" ? asked : `m${new Date().toISOString().slice(0, 10).replaceAll("-", "")}`;
  if (!/^[\w-]{1,32}$/.test(id) || id === countsId)
    throw new Error("--id must be letters, digits, `_` and `-`, and not `counts`.");
  return id;
}

function settingOf(keys: readonly MacKey[]): string {
  return keys.map(({ id, bytes }) => `${id === null ? "" : `${id}:`}${btoa(String.fromCharCode(...bytes))}`).join(" ");
}
