import { expect, it } from "vitest";
import { readCsv } from "../../../extension/import/csv.ts";

it.each([
  [
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a,b\r\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a;b\n1;2,3",
    [
      ["a", "b"],
      ["1", "2,3"],
    ],
  ],
  [
    "a\tb\n\n1\t2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    '"a,b","c ""d"""\n"two\nlines",',
    [
      ["a,b", 'c "d"'],
      ["two\nlines", ""],
    ],
  ],
  [
    "a,b\n,\n",
    [
      ["a", "b"],
      ["", ""],
    ],
  ],
  ["", []],
])("reads %j", (text, rows) => {
  expect(readCsv(text)).toEqual({ ok: true, value: rows });
});

it.each([
  ['a,"b', "damaged"],
  [",".repeat(300), "too_large"],
])("refuses %.20j", (text, code) => {
  expect(readCsv(text)).toMatchObject({ ok: false, code });
});
