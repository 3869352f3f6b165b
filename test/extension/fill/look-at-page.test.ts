import { expect, it } from "vitest";
import { isOfSite } from "../../../extension/fill/look-at-page.ts";

it.each([
  ["https://example.com", [], true],
  ["https://login.example.com", ["https://www.example.com"], true],
  ["https://example.com", ["https://example.com", "https://www.example.com"], true],
  ["https://evil.org", ["https://example.com"], false],
  ["https://example.com", ["https://evil.org", "https://example.com"], false],
  ["https://example.com", ["null"], false],
  ["null", ["https://example.com"], false],
  ["null", [], false],
  ["http://example.com", ["https://example.com"], false],
])("a frame of origin %s inside %j is of the site: %s (promise E4b)", (origin, ancestors, isOwn) => {
  expect(isOfSite({ origin, ancestors }, { site: "example.com", protocol: "https:" })).toBe(isOwn);
});
