import { getDomain } from "tldts";
import { expect, it } from "vitest";
import { knownSites } from "../../../extension/fill/known-sites.ts";
import { siteOf } from "../../../extension/fill/site.ts";

const suffixes = [
  "com",
  "co.uk",
  "github.io",
  "com.br",
  "pages.dev",
  "workers.dev",
  "kawasaki.jp",
  "city.kawasaki.jp",
  "ck",
  "www.ck",
  "xn--p1ai",
];
const names = ["example", "login.example", "a.b.example", "bank", "x"];
const hosts = [
  ...suffixes.flatMap((suffix) => names.map((name) => `${name}.${suffix}`)),
  ...Object.values(knownSites).flat(),
];

it("is what the exact list says, for every kind of suffix", () => {
  for (const host of hosts) {
    expect(siteOf(`https://${host}/`), host).toBe(getDomain(host, { allowPrivateDomains: true }) ?? host);
  }
});

it("holds of each known site that it is one", () => {
  for (const domain of Object.values(knownSites).flat()) expect(siteOf(`https://login.${domain}/`)).toBe(domain);
});
