import { fail } from "../../../shared/outcome.ts";
import { collect, nameOfParts, type ReadEntry, withoutCode } from "../collect.ts";
import { field, keyText, list, noteOf, path, record, tagsOf, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOfField } from "../key-of.ts";

const states = { trashed: 2 } as const;

/** Proton Pass (proton.me/support/pass-export), `data.json` of its zip: the codes of logins and of extra fields. */
export const protonPass: ImportFormat = {
  matches: ({ json }) => record(field(json, "vaults")) !== undefined,
  async read({ json }) {
    if (field(json, "encrypted") === true) return fail("other_key");
    const vaults = Object.values(record(field(json, "vaults")) ?? {});
    const codes = vaults.flatMap((vault) => list(field(vault, "items")).flatMap((item) => codesOf(vault, item)));
    return collect("proton-pass", codes, (code) => code);
  },
};

function codesOf(vault: unknown, item: unknown): (ReadEntry | typeof withoutCode)[] {
  const content = path(item, "data", "content");
  const names = {
    issuer: text(path(item, "data", "metadata", "name")),
    account:
      text(field(content, "itemUsername")) || text(field(content, "itemEmail")) || text(field(content, "username")),
  };
  const extra = list(path(item, "data", "extraFields")).map((each) => keyText(path(each, "data", "totpUri")));
  const links = [keyText(field(content, "totpUri")), ...extra].filter((link) => link !== "");
  if (links.length === 0) return [withoutCode];
  return links.map((link) => ({
    name: nameOfParts(names.issuer, names.account),
    key: field(item, "state") === states.trashed ? fail("in_bin") : keyOfField(link, names),
    ...(field(item, "pinned") === true ? { pinned: true as const } : {}),
    ...tagsOf([field(vault, "name")]),
    ...noteOf(path(item, "data", "metadata", "note")),
  }));
}
