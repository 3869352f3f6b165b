import type { ActivityEvent } from "../../shared/contract/activity.ts";

/** The columns of an export, in their order. */
export const csvColumns = ["at", "type", "browser", "system", "place", "ip", "userAgent", "detail", "id"] as const;

/** The first line of an export. */
export const csvHead = `${csvColumns.join(",")}\r\n`;

/** An event as a line of CSV (RFC 4180). */
export function csvLine(event: ActivityEvent): string {
  const values = { ...event, detail: JSON.stringify(event.detail) };
  return `${csvColumns.map((column) => cell(values[column] ?? "")).join(",")}\r\n`;
}

/**
 * A text as a cell. What a browser says of itself is a stranger's text, and spreadsheets carry out what begins like a
 * formula, quoted or not and also behind white space: such a text gets an apostrophe in front, which they take as the
 * sign of a plain text. Line breaks in the midst become spaces, since some programs begin a new cell at each.
 */
function cell(text: string): string {
  const line = text.replaceAll(/[\r\n\t\0]+/g, " ");
  const plain = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]/u.test(line) ? `'${line}` : line;
  return `"${plain.replaceAll('"', '""')}"`;
}
