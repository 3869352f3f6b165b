import { describe, expect, it } from "vitest";
import { matchOf, offersFor } from "../../../extension/fill/match.ts";
import { siteOf } from "../../../extension/fill/site.ts";
import type { VaultEntry } from "../../../extension/vault/entry.ts";

function entry(issuer: string, more: Partial<VaultEntry> = {}): VaultEntry {
  const key = { type: "totp", secret: "AA", algorithm: "SHA1", digits: 6, period: 30, issuer, account: "ana" } as const;
  return { id: issuer, key, addedAt: "", ...more };
}

it.each([
  ["https://login.github.com/session", "github.com"],
  ["https://www.example.co.uk:8443/", "example.co.uk"],
  ["https://ana.github.io/", "ana.github.io"],
  ["https://bob.github.io/", "bob.github.io"],
  ["https://xn--mnchen-3ya.de/", "xn--mnchen-3ya.de"],
  ["http://localhost:8787/", "localhost"],
  ["http://127.0.0.1:9000/", "127.0.0.1"],
  ["chrome://extensions", undefined],
  ["file:///etc/passwd", undefined],
  ["", undefined],
])("the site of %s is %s", (address, site) => {
  expect(siteOf(address)).toBe(site);
});

describe("an account (promise E4)", () => {
  it.each([
    ["GitHub", "github.com", "known"],
    ["GitHub", "github.xyz", "other"],
    ["GitHub", "github-login.com", "other"],
    ["GitHub", "evil.com", "other"],
    ["Google", "google.com", "known"],
    ["Amazon Web Services", "amazon.com", "known"],
    ["accounts.example.org", "example.org", "known"],
    ["example.org", "example.com", "other"],
    ["Correos España", "correosespana.es", "likely"],
    ["My Forge", "my-forge.dev", "likely"],
    ["My Forge", "forge.dev", "other"],
    ["", "github.com", "other"],
    ["constructor", "example.com", "other"],
  ])("of %j and the site %s are %s", (issuer, site, match) => {
    expect(matchOf(entry(issuer), site)).toBe(match);
  });

  it("goes with the site that the person chose, and from then on with no other that sounds like it", () => {
    const chosen = entry("My Forge", { sites: [{ domain: "my-forge.dev" }] });
    expect(matchOf(chosen, "my-forge.dev")).toBe("known");
    expect(matchOf(chosen, "my-forge.xyz")).toBe("other");
  });

  it("keeps its issuer's site when the person calls it something else", () => {
    expect(matchOf(entry("GitHub", { names: { issuer: "Work", account: "" } }), "github.com")).toBe("known");
    expect(matchOf(entry("GitHub", { names: { issuer: "Work", account: "" } }), "work.com")).toBe("other");
  });

  it("that is surest comes first, and none is left out", () => {
    const entries = ["Bank", "My Forge", "my-forge.dev"].map((issuer) => entry(issuer));
    expect(offersFor(entries, "my-forge.dev").map(({ entry: { id }, match }) => `${id} ${match}`)).toEqual([
      "my-forge.dev known",
      "My Forge likely",
      "Bank other",
    ]);
  });
});
