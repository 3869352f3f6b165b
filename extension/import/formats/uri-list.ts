import { parseOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { fail, type Outcome } from "../../../shared/outcome.ts";
import { collect, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { field, list, noteOf, tagsOf } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { importLimits } from "../limits.ts";
import type { FormatId, Imported, ImportFailure } from "../result.ts";
import { isMigrationUri, joinMigrations, readMigrationUri } from "./google.ts";

const link = /^\s*(otpauth|otpauth-migration|steam|motp):\/\//im;

/** Links, one a line: Ente Auth's plain export, Google's export as text, and what most programs call plain text. */
export const uriList: ImportFormat = {
  matches: ({ text, json }) => json === undefined && text !== undefined && link.test(text),
  async read({ text = "" }) {
    return readUriList(text, /[?&]codeDisplay=/.test(text) ? "ente-auth" : "uri-list");
  },
};

/**
 * Reads links, one a line; lines that begin with `#` are comments. A line that cannot be read is named by its link's
 * label, or by its number where it has none, for what is on it may be a secret.
 */
export function readUriList(text: string, format: FormatId): Outcome<Imported, ImportFailure> {
  const lines = text.split(/\r\n|\n|\r/, importLimits.items * 2 + 1);
  if (lines.length > importLimits.items * 2) return fail("too_large");
  const numbered = lines
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"));
  const migrations = numbered.filter(({ line }) => isMigrationUri(line));
  const others = numbered.filter(({ line }) => !isMigrationUri(line));
  const links = collect(format, others, ({ line, number }) => readLink(line, number));
  if (!links.ok || migrations.length === 0) return links;
  const parts = migrations.map(({ line }) => readMigrationUri(line));
  const broken = parts.find((part) => !part.ok);
  if (broken && !broken.ok && others.length === 0 && parts.length === 1) return broken;
  const google = joinMigrations(parts.flatMap((part) => (part.ok ? [part.value] : [])));
  const unread = migrations.filter((_, index) => !parts[index]?.ok);
  return {
    ok: true,
    value: {
      ...google,
      format: others.length > 0 ? format : "google",
      entries: [...google.entries, ...links.value.entries],
      refused: [
        ...google.refused,
        ...links.value.refused,
        ...unread.map(({ number }) => ({ name: `#${number}`, why: "bad_migration" as const })),
      ],
    },
  };
}

function readLink(line: string, number: number): ReadEntry {
  const key = parseOtpauthUri(line);
  if (!key.ok) return { name: key.details.label ?? `#${number}`, key };
  const display = displayOf(line);
  if (field(display, "trashed") === true) {
    return { name: key.value.issuer || key.value.account, key: fail("in_bin") };
  }
  return {
    key,
    ...(field(display, "pinned") === true ? { pinned: true as const } : {}),
    ...tagsOf(list(field(display, "tags"))),
    ...noteOf(field(display, "note")),
  };
}

/** What Ente Auth adds to its links: JSON of pins and tags. */
function displayOf(line: string): unknown {
  const query = line.slice(line.indexOf("?") + 1);
  return parseJson(new URLSearchParams(query.slice(0, 16_384)).get("codeDisplay") ?? "");
}
