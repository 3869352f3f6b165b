import { fail } from "../../../shared/outcome.ts";
import { fromJavaBytes } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { field, list, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";

/** FreeOTP+ (github.com/helloworld1/FreeOTPPlus): tokens in JSON, in the order the person gave them. */
export const freeOtpPlus: ImportFormat = {
  matches: ({ json }) => list(field(json, "tokens")).some((token) => field(token, "algo") !== undefined),
  async read({ json }) {
    const order = new Map(list(field(json, "tokenOrder")).map((id, index) => [id, index]));
    const placeOf = (token: unknown) => order.get(`${issuerOf(token)}:${text(field(token, "label"))}`) ?? order.size;
    const tokens = list(field(json, "tokens")).toSorted((one, other) => placeOf(one) - placeOf(other));
    return collect("freeotp-plus", tokens, readFreeOtpToken);
  },
};

/** One token of FreeOTP or FreeOTP+. Its counter is that of the code the program would show next. */
export function readFreeOtpToken(token: unknown): ReadEntry {
  const issuer = text(field(token, "issuerAlt")) || issuerOf(token);
  const account = text(field(token, "labelAlt")) || text(field(token, "label"));
  const name = nameOfParts(issuer, account);
  const secret = fromJavaBytes(field(token, "secret"));
  if (!secret) return { name, key: fail("bad_secret") };
  const typed = field(token, "type");
  // The program has no type for Steam, and knows it by the issuer.
  const isSteam = issuerOf(token) === "Steam" && text(typed).toUpperCase() === "TOTP" && field(token, "digits") === 5;
  const key = keyOf({
    type: isSteam ? "steam" : typed,
    secret,
    algorithm: field(token, "algo"),
    digits: field(token, "digits"),
    period: field(token, "period"),
    counter: field(token, "counter"),
    issuer,
    account,
  });
  return { name, key };
}

function issuerOf(token: unknown): string {
  return text(field(token, "issuerExt")) || text(field(token, "issuerInt"));
}
