import { describe, expect, it } from "vitest";
import type { ActivityEvent } from "../../../shared/contract/activity.ts";
import { csvColumns, csvHead, csvLine } from "../../../worker/activity/csv.ts";

const event = (userAgent: string, place?: string): ActivityEvent => ({
  id: "1",
  type: "sign_in",
  at: "2026-11-29T10:00:00.000Z",
  ip: "203.0.113.7",
  userAgent,
  browser: null,
  system: null,
  ...(place !== undefined && { place }),
  detail: { amr: "pwd" },
});

/** What a program that reads RFC 4180 finds in the cell of a column. */
function cellOf(line: string, column: (typeof csvColumns)[number]): string {
  const cells = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, cell = ""]) => cell.replaceAll('""', '"'));
  expect(cells).toHaveLength(csvColumns.length);
  return cells[csvColumns.indexOf(column)] ?? "";
}

describe("a line of the activity as CSV", () => {
  it("has every column that its head names, in that order", () => {
    expect(csvHead).toBe("at,type,browser,system,place,ip,userAgent,detail,id\r\n");
    expect(csvLine(event("Mozilla/5.0", "Sevilla, ES"))).toBe(
      '"2026-11-29T10:00:00.000Z","sign_in","","","Sevilla, ES","203.0.113.7","Mozilla/5.0","{""amr"":""pwd""}","1"\r\n',
    );
  });

  it.each([
    '=HYPERLINK("https://evil.example","x")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "  =1+1",
    "\t=1+1",
    "\r\n=1+1",
    "\u200b=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "|cmd",
  ])("takes a formula for a text: %j", (formula) => {
    for (const line of [csvLine(event(formula)), csvLine(event("Mozilla", formula))]) {
      expect(line.match(/[\r\n]/g)).toEqual(["\r", "\n"]);
      for (const [, cell = ""] of line.matchAll(/"((?:[^"]|"")*)"/g))
        expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@|＝]/u);
    }
    expect(cellOf(csvLine(event(formula)), "userAgent")).toBe(`'${formula.replaceAll(/[\r\n\t]+/g, " ")}`);
  });

  it("keeps quotes, commas and other scripts", () => {
    expect(cellOf(csvLine(event('a "b", c · ñ')), "userAgent")).toBe('a "b", c · ñ');
  });
});
