import { collect, type ReadEntry, withoutCode } from "../collect.ts";
import { field, list, record, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";

/** Duo Mobile's accounts as its Android app keeps them; one that is approved by a push has no codes of its own. */
export const duo: ImportFormat = {
  matches: ({ json }) => list(json).some((account) => record(field(account, "otpGenerator")) !== undefined),
  async read({ json }) {
    return collect("duo", list(json), (account): ReadEntry | typeof withoutCode => {
      const generator = field(account, "otpGenerator");
      if (!record(generator)) return withoutCode;
      const counter = field(generator, "counter");
      const name = text(field(account, "name"));
      const type = counter === undefined || counter === null ? "totp" : "hotp";
      return { name, key: keyOf({ type, secret: field(generator, "otpSecret"), counter, account: name }) };
    });
  },
};
