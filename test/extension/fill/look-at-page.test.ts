import { expect, it } from "vitest";
import { isOfSite } from "../../../extension/fill/look-at-page.ts";

it.each([
  ["https://example.com/", [], true],
  ["https://login.example.com/frame", ["https://www.example.com"], true],
  ["https://evil.org/", ["https://example.com"], false],
  ["https://example.com/", ["https://evil.org", "https://example.com"], false],
  ["https://example.com/", ["null"], false],
  ["about:srcdoc", ["https://example.com"], false],
])("a frame at %s inside %j is of the site: %s (promise E4)", (address, ancestors, isOwn) => {
  expect(isOfSite({ address, ancestors, fields: [] }, "example.com")).toBe(isOwn);
});
