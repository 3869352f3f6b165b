import { fail } from "../../../shared/outcome.ts";
import { collect, nameOfParts, withoutCode } from "../collect.ts";
import { readCsv } from "../csv.ts";
import { tagsOf } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOfField } from "../key-of.ts";
import type { FormatId } from "../result.ts";

interface Columns {
  format: FormatId;
  /** Of each, the first that is there. */
  code: string[];
  issuer: string[];
  account: string[];
  tag?: string;
  pinned?: string;
}

/** The columns of each program, by the header that only it writes; names in small letters. */
const programs: Columns[] = [
  {
    format: "bitwarden",
    code: ["login_totp"],
    issuer: ["name"],
    account: ["login_username"],
    tag: "folder",
    pinned: "favorite",
  },
  { format: "one-password", code: ["otpauth"], issuer: ["title"], account: ["username"], pinned: "favorite" },
  { format: "proton-pass", code: ["totp"], issuer: ["name"], account: ["username", "email"], tag: "vault" },
  { format: "keepass", code: ["totp"], issuer: ["title"], account: ["username"], tag: "group" },
];

/** Logins in CSV: Bitwarden's, KeePassXC's, 1Password's and Proton Pass's, told apart by their headers. */
export const loginCsv: ImportFormat = {
  matches: ({ text, json }) => json === undefined && text !== undefined && programOf(headerOf(text)) !== undefined,
  async read({ text = "" }) {
    const rows = readCsv(text);
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
      };
    });
  },
};

function headerOf(text: string): string[] {
  const [firstLine = ""] = text.slice(0, 10_000).split(/[\r\n]/, 1);
  const rows = readCsv(firstLine);
  return rows.ok ? (rows.value[0] ?? []).map((name) => name.trim().toLowerCase()) : [];
}

function programOf(header: string[]): Columns | undefined {
  const has = (names: string[]) => names.some((name) => header.includes(name));
  return programs.find(({ code, issuer, account }) => has(code) && has(issuer) && has(account));
}
