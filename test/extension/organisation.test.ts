import { expect, it } from "vitest";
import { organisationRules } from "../../extension/organisation.ts";

const none = { passphraseRequired: false, exportAllowed: true };

it.each([
  [{}, none],
  [
    { passphraseRequired: true, longestLockMinutes: 5, serviceAddress: "https://id.example.com", exportAllowed: false },
    { passphraseRequired: true, longestLockMinutes: 5, serviceAddress: "https://id.example.com", exportAllowed: false },
  ],
  [{ passphraseRequired: "yes", longestLockMinutes: 0.5, serviceAddress: "http://id.example.com", other: 1 }, none],
  [{ longestLockMinutes: "5", serviceAddress: 7, exportAllowed: "no" }, none],
])("follows of %j what is of the right form", (managed, rules) => {
  expect(organisationRules(managed)).toEqual(rules);
});
