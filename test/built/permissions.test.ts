import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";

interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: unknown[];
  externally_connectable?: unknown;
  web_accessible_resources?: unknown[];
  content_security_policy: { extension_pages: string };
}

const everywhere = ["storage", "unlimitedStorage", "activeTab", "scripting", "alarms", "idle", "contextMenus"];
const builds = [
  { build: "chrome-mv3", permissions: [...everywhere, "offscreen", "sidePanel"] },
  { build: "firefox-mv3", permissions: everywhere },
];

/** Of these the person is asked for the service's own, when it is needed. */
const hosts = ["https://*/*", "http://localhost/*"];

describe.each(builds)("E1 the manifest of $build", ({ build, permissions }) => {
  const manifest = JSON.parse(readFileSync(join(repository, ".output", build, "manifest.json"), "utf8")) as Manifest;

  it("asks for what docs/permissions.md gives a reason for, and nothing else", () => {
    expect(manifest.permissions.sort()).toEqual([...permissions].sort());
    expect(manifest.optional_permissions?.sort()).toEqual(["clipboardRead", "clipboardWrite"]);
    const page = readFileSync(join(repository, "docs/permissions.md"), "utf8");
    for (const each of [...permissions, "clipboardRead", "clipboardWrite"]) expect(page).toContain(`\`${each}\``);
  });

  it("asks for no site, runs in no page by itself, and opens to no page but the service's own", () => {
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(hosts);
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.externally_connectable).toEqual(
      build === "chrome-mv3" ? { matches: ["http://localhost:8787/*"] } : undefined,
    );
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  it("lets its pages run its own code alone", () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;| 'wasm-unsafe-eval';)/);
    expect(policy).not.toMatch(/'unsafe-(eval|inline)'/);
  });
});
