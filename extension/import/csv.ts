import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { importLimits } from "./limits.ts";

/** Columns of one row, which is more than any export has. */
const mostColumns = 256;

/**
 * The rows of a CSV text (RFC 4180; separators are commas, semicolons or tabs, whichever the first line has most of).
 * Empty lines are no rows. `damaged`: a quote that never ends. `too_large`: more rows or columns than any export has.
 */
export function readCsv(text: string): Outcome<string[][], "damaged" | "too_large"> {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  };
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    if (!cell) return fail("damaged");
    row.push(cell.value);
    if (row.length > mostColumns || rows.length > importLimits.items) return fail("too_large");
    at = cell.end;
    if (text[at] === separator) at++;
    else {
      endRow();
      if (at >= text.length) return ok(rows);
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
  }
  endRow();
  return ok(rows);
}

function separatorOf(text: string): string {
  const [firstLine = ""] = text.slice(0, 10_000).split(/[\r\n]/, 1);
  const count = (separator: string) => firstLine.split(separator).length;
  return [",", ";", "\t"].reduce((most, each) => (count(each) > count(most) ? each : most));
}

function plainCell(text: string, at: number, separator: string): { value: string; end: number } {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(at, end), end };
}

function quotedCell(text: string, at: number): { value: string; end: number } | undefined {
  let value = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: endOfCell(text, quote + 1) };
    value += '"';
    from = quote + 2;
  }
}

/** What stands between a closing quote and the next separator belongs to nothing; a line's end always ends the cell. */
function endOfCell(text: string, at: number): number {
  let end = at;
  while (end < text.length && !",;\t\r\n".includes(text[end] ?? "")) end++;
  return end;
}
