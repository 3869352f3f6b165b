import { fail } from "../../../shared/outcome.ts";
import { collect, nameOfParts, withoutCode } from "../collect.ts";
import { readCsv } from "../csv.ts";
import { noteOf, tagsOf } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOfField } from "../key-of.ts";
import type { FormatId } from "../result.ts";

interface Columns {
  format: FormatId;
  /** All of these must be there for the file to be this program's. */
  marks: string[];
  /** Of each, the first that holds something. */
  code: string[];
  issuer: string[];
  account: string[];
  tag?: string;
  pinned?: string;
  note?: string;
}

/** The columns of each program, the ones with marks that no other has first; names in small letters. */
const programs: Columns[] = [
  {
    format: "bitwarden",
    marks: ["login_totp", "name"],
    code: ["login_totp"],
    issuer: ["name"],
    // Bitwarden Authenticator has no such column.
    account: ["login_username"],
    tag: "folder",
    pinned: "favorite",
    note: "notes",
  },
  {
    format: "one-password",
    marks: ["otpauth", "title", "favorite"],
    code: ["otpauth"],
    issuer: ["title"],
    account: ["username"],
    pinned: "favorite",
    note: "notes",
  },
  {
    format: "apple-passwords",
    marks: ["otpauth", "title", "url"],
    code: ["otpauth"],
    issuer: ["title"],
    account: ["username"],
    note: "notes",
  },
  {
    format: "one-password",
    marks: ["otpauth", "title"],
    code: ["otpauth"],
    issuer: ["title"],
    account: ["username"],
    note: "notes",
  },
  ...["otpurl", "otpsecret"].map(
    (mark): Columns => ({
      format: "dashlane",
      marks: [mark, "title"],
      code: ["otpurl", "otpsecret"],
      issuer: ["title"],
      account: ["username", "username2", "username3"],
      tag: "category",
      note: "note",
    }),
  ),
  {
    format: "lastpass",
    marks: ["totp", "name", "grouping"],
    code: ["totp"],
    issuer: ["name"],
    account: ["username"],
    tag: "grouping",
    pinned: "fav",
    note: "extra",
  },
  {
    format: "proton-pass",
    marks: ["totp", "name"],
    code: ["totp"],
    issuer: ["name"],
    account: ["username", "email"],
    tag: "vault",
    note: "note",
  },
  {
    format: "keepass",
    marks: ["totp", "title"],
    code: ["totp"],
    issuer: ["title"],
    account: ["username"],
    tag: "group",
    note: "notes",
  },
];

/** Logins in CSV, of the programs above, told apart by their headers. */
export const loginCsv: ImportFormat = {
  matches: ({ text, json }) => json === undefined && text !== undefined && programOf(headerOf(text)) !== undefined,
  async read({ text = "" }) {
    const rows = readCsv(withoutSeparatorLine(text));
    if (!rows.ok) return rows;
    const [first = [], ...logins] = rows.value;
    const header = first.map((name) => name.trim().toLowerCase());
    const program = programOf(header);
    if (!program) return fail("damaged");
    return collect(program.format, logins, (row) => {
      const cell = (names: string[]) =>
        names.map((name) => row[header.indexOf(name)]?.trim() ?? "").find((value) => value !== "") ?? "";
      const code = cell(program.code);
      if (code === "") return withoutCode;
      const names = { issuer: cell(program.issuer), account: cell(program.account) };
      return {
        name: nameOfParts(names.issuer, names.account),
        key: keyOfField(code, names),
        ...(/^(1|true)$/i.test(cell([program.pinned ?? ""])) ? { pinned: true as const } : {}),
        ...tagsOf([cell([program.tag ?? ""]).replace(/^Root(\/|$)/, "")]),
        ...noteOf(cell([program.note ?? ""])),
      };
    });
  },
};

/** Excel has the separator on a line of its own, in front of the header. */
function withoutSeparatorLine(text: string): string {
  return text.replace(/^\s*sep=.\r?\n/i, "").replace(/^[\s\ufeff]+/, "");
}

function headerOf(text: string): string[] {
  const rows = readCsv(withoutSeparatorLine(text.slice(0, 10_000)).split(/[\r\n]/, 1)[0] ?? "");
  return rows.ok ? (rows.value[0] ?? []).map((name) => name.trim().toLowerCase()) : [];
}

function programOf(header: string[]): Columns | undefined {
  return programs.find(({ marks }) => marks.every((name) => header.includes(name)));
}
