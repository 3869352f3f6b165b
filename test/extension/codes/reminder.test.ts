import { expect, it } from "vitest";
import { backupReminder } from "../../../extension/codes/reminder.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

it.each([
  ["there is nothing to keep", [], undefined, undefined, null],
  ["the first account is new", [1], daysAgo(1), undefined, null],
  ["nothing was ever kept for 30 days", [30], daysAgo(30), undefined, { lastBackupAt: null }],
  ["the last backup is old and there were changes", [90], daysAgo(2), daysAgo(31), { lastBackupAt: daysAgo(31) }],
  ["the last backup is old and nothing has changed", [90], daysAgo(40), daysAgo(31), null],
  ["the last backup is not that old", [90], daysAgo(2), daysAgo(29), null],
])("is given where %s: %j", (_, ages, savedAt, lastBackupAt, expected) => {
  const entries = ages.map((age) => ({ addedAt: daysAgo(age) }));
  expect(backupReminder({ entries, savedAt, lastBackupAt }, now)).toEqual(expected);
});
