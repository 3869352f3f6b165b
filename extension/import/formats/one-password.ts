import { collect, nameOfParts, type ReadEntry, withoutCode } from "../collect.ts";
import { field, keyText, list, noteOf, path, record, tagsOf, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOfField } from "../key-of.ts";

/** 1Password (support.1password.com/1pux-format), `export.data` of its 1PUX: every one-time password of every item. */
export const onePassword: ImportFormat = {
  matches: ({ json }) => list(field(json, "accounts")).some((account) => Array.isArray(field(account, "vaults"))),
  async read({ json }) {
    const vaults = list(field(json, "accounts")).flatMap((account) => list(field(account, "vaults")));
    const codes = vaults.flatMap((vault) => list(field(vault, "items")).flatMap((item) => codesOf(item)));
    return collect("one-password", codes, (code) => code);
  },
};

function codesOf(wrapped: unknown): (ReadEntry | typeof withoutCode)[] {
  // Early versions put each item into one of its own name.
  const item = record(field(wrapped, "item")) ?? wrapped;
  const fields = list(path(item, "details", "sections")).flatMap((section) => list(field(section, "fields")));
  const codes = fields.map((each) => keyText(path(each, "value", "totp"))).filter((code) => code !== "");
  if (codes.length === 0) return [withoutCode];
  const user = list(path(item, "details", "loginFields")).find((each) => field(each, "designation") === "username");
  const names = { issuer: text(path(item, "overview", "title")), account: text(field(user, "value")) };
  const isPinned = typeof field(item, "favIndex") === "number" && field(item, "favIndex") !== 0;
  return codes.map((code) => ({
    name: nameOfParts(names.issuer, names.account),
    key: keyOfField(code, names),
    ...(isPinned ? { pinned: true as const } : {}),
    ...tagsOf(list(path(item, "overview", "tags"))),
    ...noteOf(path(item, "details", "notesPlain")),
  }));
}
