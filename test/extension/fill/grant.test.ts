import { describe, expect, it } from "vitest";
import { type FillGrant, isFor } from "../../../extension/fill/grant.ts";

const grant: FillGrant = {
  ticket: "t",
  entryId: "e",
  tabId: 7,
  site: "example.com",
  protocol: "https:",
  frames: [{ frameId: 0, documentId: "d0" }, { frameId: 3 }],
  expiresAt: 1000,
};
const sender = { id: "x", tab: { id: 7 } as never, frameId: 0, documentId: "d0", url: "https://login.example.com/2fa" };

describe("a code promised to a page (promise E4)", () => {
  it.each([
    ["its own document", {}],
    [
      "a frame of the site, where documents have no names",
      { frameId: 3, documentId: undefined, url: "https://example.com/frame" },
    ],
    ["a frame that inherits the page's origin", { url: "about:srcdoc", origin: "https://login.example.com" }],
    ["a frame made from a blob of the page's", { url: "blob:https://example.com/1", origin: "https://example.com" }],
  ])("is for %s", (_, change) => {
    expect(isFor(grant, { ...sender, ...change }, 0)).toBe(true);
  });

  it.each([
    ["another tab", { tab: { id: 8 } as never }],
    ["no tab", { tab: undefined }],
    ["another frame", { frameId: 4 }],
    ["another document in the same frame", { documentId: "d1" }],
    ["another site", { url: "https://example.org/2fa" }],
    ["a site that begins like it", { url: "https://example.com.evil.org/" }],
    ["the site without its lock", { url: "http://login.example.com/2fa" }],
    ["a sandboxed frame with the site's address", { origin: "null" }],
    ["another origin, whatever its address", { origin: "https://example.org" }],
    ["a blank page", { url: "about:blank" }],
    ["no address", { url: undefined }],
  ])("is not for %s", (_, change) => {
    expect(isFor(grant, { ...sender, ...change }, 0)).toBe(false);
  });

  it("is for nobody once it has expired", () => {
    expect(isFor(grant, sender, 1000)).toBe(false);
  });
});
