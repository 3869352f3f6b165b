import { fail } from "../../../shared/outcome.ts";
import { fromBase64 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { field, record, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";

/** Steam's mobile authenticator: the app's own file of one account or several, and the maFile of Steam Desktop Authenticator. */
export const steam: ImportFormat = {
  matches: ({ json }) => accountsOf(json).some((account) => typeof field(account, "shared_secret") === "string"),
  async read({ json }) {
    return collect("steam", accountsOf(json), (account): ReadEntry => {
      const names = { issuer: "Steam", account: text(field(account, "account_name")) };
      const name = nameOfParts(names.issuer, names.account);
      const secret = fromBase64(text(field(account, "shared_secret")));
      return { name, key: secret ? keyOf({ type: "steam", secret, ...names }) : fail("bad_secret") };
    });
  },
};

function accountsOf(json: unknown): unknown[] {
  const accounts = record(field(json, "accounts"));
  return accounts ? Object.values(accounts) : [json];
}
