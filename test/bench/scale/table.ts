import type { Ratio, Taken } from "../operations/measure.ts";
import { rounded } from "../statistics.ts";
import { markdownTable, spread } from "../table.ts";
import type { Size } from "./databases.ts";
import type { Filled } from "./fill.ts";

/** What one operation took over the small and over the big database. */
export interface Scaled extends Record<Size, Taken> {
  name: string;
  /** The time over the big one as a part of that over the small one. */
  ratio: Ratio;
}

/** Every operation, as a table in Markdown. */
export function scaleTable(operations: readonly Scaled[]): string {
  return markdownTable(
    [
      "",
      "small ms",
      "big ms",
      "ratio (quartiles)",
      "round trips",
      "rows read",
      "big",
      "rows written",
      "big",
      "SQL ms",
      "big",
    ],
    operations.map(({ name, small, big, ratio }) => [
      name,
      `${rounded(small.ms, 1)}`,
      `${rounded(big.ms, 1)}`,
      spread(ratio),
      `${big.use.roundTrips}`,
      `${small.use.rowsRead}`,
      `${big.use.rowsRead}`,
      `${small.use.rowsWritten}`,
      `${big.use.rowsWritten}`,
      `${rounded(small.use.sqlMs, 1)}`,
      `${rounded(big.use.sqlMs, 1)}`,
    ]),
  );
}

/** What was filled, as a table in Markdown. */
export function filledTable(filled: Record<Size, Filled>): string {
  return markdownTable(
    ["", "accounts", "sessions", "activity", "all rows", "MB", "bytes an account", "filled in s"],
    Object.entries(filled).map(([size, { accounts, rows, megabytes, seconds }]) => [
      size,
      `${accounts}`,
      `${rows.sessions}`,
      `${rows.events}`,
      `${Object.values(rows).reduce((sum, each) => sum + each, 0)}`,
      `${rounded(megabytes, 1)}`,
      `${rounded((megabytes * 1_000_000) / accounts, 0)}`,
      `${rounded(seconds, 1)}`,
    ]),
  );
}
