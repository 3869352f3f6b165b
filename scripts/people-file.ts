import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { extname } from "node:path";
import { personRow, rowLimitBytes } from "../shared/contract/user-import.ts";

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** SHA-256 of a file in hex. */
export async function fingerprintOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest("hex");
}

/**
 * The people of a file, each as a line of JSON without its end: the lines of an NDJSON file as they are, whatever they
 * hold, or the records of a CSV file. No more than one part of the file is in memory.
 */
export async function* readPeople(path: string): AsyncGenerator<Buffer> {
  if (extname(path).toLowerCase() !== ".csv") return yield* readLines(path);
  let columns: string[] | undefined;
  for await (const record of readRecords(path)) {
    if (columns) yield personOf(columns, record);
    else columns = knownColumns(record);
  }
}

/** Lines as they are; of one that no service takes only so much that it is refused for its length. */
async function* readLines(path: string): AsyncGenerator<Buffer> {
  let line: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer) => {
    const room = rowLimitBytes + 1 - length;
    if (room > 0 && part.length > 0) line.push(part.subarray(0, room));
    length += Math.min(part.length, Math.max(room, 0));
  };
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = part.indexOf(newline); end >= 0; end = part.indexOf(newline, from)) {
      keep(part.subarray(from, end));
      yield Buffer.concat(line);
      [line, length, from] = [[], 0, end + 1];
    }
    keep(part.subarray(from));
  }
  if (length > 0) yield Buffer.concat(line);
}

/** The records of a CSV file (RFC 4180): a line break within quotes ends none, and an empty line is none. */
async function* readRecords(path: string): AsyncGenerator<string[]> {
  let record: Buffer[] = [];
  let length = 0;
  let quotes = 0;
  for await (const line of readLines(path)) {
    record.push(line, Buffer.from([newline]));
    for (const byte of line) if (byte === quote) quotes++;
    length += line.length + 1;
    if (quotes % 2 === 1 && length <= rowLimitBytes) continue;
    const text = Buffer.concat(record).subarray(0, -1);
    [record, length, quotes] = [[], 0, 0];
    const whole = text.at(-1) === carriageReturn ? text.subarray(0, -1) : text;
    if (whole.length > 0) yield cellsOf(whole.toString("utf8").replace(/^\ufeff/, ""));
  }
  if (record.length > 0) yield cellsOf(Buffer.concat(record).toString("utf8"));
}

function cellsOf(text: string): string[] {
  const cells = text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))(?=,|$)/g);
  return [...cells].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);
}

function knownColumns(names: string[]): string[] {
  const known = Object.keys(personRow.entries);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return names;
  throw new Error(
    `The first line names columns that there are none of: ${unknown.join(", ")}. Known are ${known.join(", ")}.`,
  );
}

/** An empty cell says nothing; several secrets have spaces between. A cell too many is refused as a field too many. */
function personOf(columns: readonly string[], cells: readonly string[]): Buffer {
  const fields = cells.flatMap((cell, at): [string, unknown][] => {
    if (cell === "") return [];
    const column = columns[at] ?? `column ${at + 1}`;
    if (column === "totp") return [[column, cell.split(/\s+/).filter((part) => part !== "")]];
    return [
      [column, column === "emailVerified" && /^(?:true|false)$/i.test(cell) ? cell.toLowerCase() === "true" : cell],
    ];
  });
  return Buffer.from(JSON.stringify(Object.fromEntries(fields)), "utf8");
}
