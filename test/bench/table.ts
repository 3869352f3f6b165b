import type { Hashing } from "./hashing.ts";
import type { MemoryUse, SignIns } from "./memory.ts";
import type { Measured } from "./operations/measure.ts";
import type { MeasuredPopup } from "./popup/measure.ts";
import type { Side } from "./servers/bundle.ts";
import type { Size } from "./size.ts";
import { rounded } from "./statistics.ts";

/** What people do, as a table in Markdown: both sides' times, their ratio, and what each asked of its database. */
export function operationsTable(operations: readonly Measured[]): string {
  return markdownTable(
    ["", "Latchkey ms", "peer ms", "ratio (quartiles)", "round trips", "peer's", "rows read", "peer's"],
    operations.map(({ name, latchkey, peer, ratio }) => [
      name,
      `${rounded(latchkey.ms, 1)}`,
      peer ? `${rounded(peer.ms, 1)}` : "-",
      ratio ? spread(ratio) : "-",
      `${latchkey.use.roundTrips}`,
      peer ? `${peer.use.roundTrips}` : "-",
      `${latchkey.use.rowsRead}`,
      peer ? `${peer.use.rowsRead}` : "-",
    ]),
  );
}

/** One hash, as a table in Markdown. */
export function hashingTable({ latchkeyMs, referenceMs, ratio }: Hashing): string {
  return markdownTable(
    ["Argon2id, 19456 KiB, t=2", "Latchkey ms", "reference ms", "ratio (quartiles)"],
    [["one hash", `${rounded(latchkeyMs, 1)}`, `${rounded(referenceMs, 1)}`, spread(ratio)]],
  );
}

/** What the runtime took beyond what it had before its first hash, as a table in Markdown. */
export function memoryTable({ latchkey, peer }: Record<Side, MemoryUse>, { inARow, atOnce }: SignIns): string {
  const row = (name: string, of: (use: MemoryUse) => number | undefined) => [name, `${of(latchkey)}`, `${of(peer)}`];
  return markdownTable(
    ["MiB beyond what there was before the first hash", "Latchkey", "peer"],
    [
      ...inARow.map((count, at) => row(`sign-ins in a row: ${count}`, (use) => use.inARow[at])),
      row(`then at once: ${atOnce}`, (use) => use.atOnce),
      row("the most it ever was", (use) => use.most),
    ],
  );
}

/** What is uploaded and how it starts, as a table in Markdown. */
export function sizeTable({ latchkey, peer }: Record<"latchkey" | "peer", Size>): string {
  return markdownTable(
    ["", "Latchkey", "peer", "ratio"],
    [
      ["KiB, minified and gzipped", ...compared(latchkey.kibibytes, peer.kibibytes)],
      ["start-up ms beyond an empty worker", ...compared(latchkey.startMs, peer.startMs)],
    ],
  );
}

/** The popup's way to its first code, as a table in Markdown. */
export function popupTable(measured: readonly MeasuredPopup[]): string {
  return markdownTable(
    ["page", "codes", "ms", "empty page ms", "ratio (quartiles)", "KiB before", "empty's", "MiB of memory", "empty's"],
    measured.map(({ page, accounts, hasPassphrase, popup, empty, ratio }) => [
      page === "popup" ? "popup" : "side panel",
      `${accounts}${hasPassphrase ? ", passphrase, unlocked" : ""}`,
      `${rounded(popup.ms, 1)}`,
      `${rounded(empty.ms, 1)}`,
      spread(ratio),
      `${rounded(popup.kibibytes, 1)}`,
      `${rounded(empty.kibibytes, 1)}`,
      `${rounded(popup.mebibytes, 1)}`,
      `${rounded(empty.mebibytes, 1)}`,
    ]),
  );
}

function compared(ours: number, theirs: number): string[] {
  return [`${rounded(ours, 1)}`, `${rounded(theirs, 1)}`, `${rounded(ours / theirs)}`];
}

/** A ratio with its quartiles. */
export function spread({ median, quartiles: [low, high] }: { median: number; quartiles: [number, number] }): string {
  return `${rounded(median)} (${rounded(low)}-${rounded(high)})`;
}

/** A table in Markdown, its columns as wide as what stands in them. */
export function markdownTable(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}
