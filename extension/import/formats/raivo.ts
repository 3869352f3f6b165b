import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { field, list, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";

/** Raivo (github.com/raivo-otp/ios-application), `raivo-otp-export.json` of its zip: a list whose values are all text. */
export const raivo: ImportFormat = {
  matches: ({ json }) =>
    list(json).some((entry) => field(entry, "kind") !== undefined && field(entry, "timer") !== undefined),
  async read({ json }) {
    return collect("raivo", list(json), (entry): ReadEntry => {
      const [issuer, account] = [text(field(entry, "issuer")), text(field(entry, "account"))];
      const key = keyOf({
        type: field(entry, "kind"),
        secret: field(entry, "secret"),
        algorithm: field(entry, "algorithm"),
        digits: field(entry, "digits"),
        period: field(entry, "timer"),
        counter: field(entry, "counter"),
        issuer,
        account,
      });
      const isPinned = field(entry, "pinned") === "true" || field(entry, "pinned") === true;
      return { name: nameOfParts(issuer, account), key, ...(isPinned ? { pinned: true as const } : {}) };
    });
  },
};
