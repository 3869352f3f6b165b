import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandsIn } from "../support/document-commands.ts";
import { readText } from "../support/source-file.ts";
import { Clone } from "./clone.ts";

const readme = commandsIn(readText("README.md"));
const contributing = commandsIn(readText("CONTRIBUTING.md"));

/** The one command among them that holds `part`. */
function commandWith(part: string, commands: string[]): string {
  const found = commands.filter((command) => command.includes(part));
  expect(found, `one command with "${part}"`).toHaveLength(1);
  return found[0] ?? "";
}

describe("in a fresh clone", () => {
  let clone: Clone;
  beforeAll(() => {
    clone = new Clone();
  });
  afterAll(() => clone.remove());

  it("the README's first command installs and starts, and what it prints can be opened", async () => {
    const command = commandWith("npm start", readme.blocks);
    const { match, stop } = await clone.start(command, /Open\S* +\S*?(http:\/\/localhost:\d+)[\s\S]*Ctrl-C/);
    const address = match[1] ?? "";
    const answers = await Promise.all(["/", "/health", "/mailbox"].map((path) => fetch(address + path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(existsSync(join(clone.folder, ".output/chrome-mv3/manifest.json"))).toBe(true);
    await stop();
    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });

  it("the commands of CONTRIBUTING.md run one file, and one test by its name", async () => {
    const commands = contributing.blocks.filter((command) => command.includes("vitest"));
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      const { status, output } = await clone.run(command);
      expect(status, output).toBe(0);
      expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m);
    }
  });

  it("the README's way to deploy builds a worker that Cloudflare would take", async () => {
    const key = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
    const secrets = { RESEND_API_KEY: "re_x", MAC_KEY: key, SEAL_KEYS: key };
    const lines = Object.entries(secrets).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(clone.folder, ".dev.vars.production"), lines.join(""));
    const { status, output } = await clone.run(`${commandWith("wrangler deploy", readme.inline)} --dry-run`);
    expect(status, output).toBe(0);
    expect(output).toContain("--dry-run: exiting now");
  });

  it("the README's command for the extension presets the address of the service", async () => {
    const command = commandWith("build:extension", readme.inline);
    const { status, output } = await clone.run(command);
    expect(status, output).toBe(0);
    const background = readFileSync(join(clone.folder, ".output/chrome-mv3/background.js"), "utf8");
    expect(background).toContain(/LATCHKEY_SERVICE=(\S+)/.exec(command)?.[1]);
  });
});
