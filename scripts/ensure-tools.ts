import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** A program that the tests drive, with how to find it and what it is called where packages come from. */
interface Tool {
  name: string;
  find: () => string | undefined;
  aptPackage: string;
  otherwise: string;
}

const tools: Tool[] = [
  {
    name: "Chromium",
    find: findChromium,
    aptPackage: "chromium",
    otherwise: "`npx playwright-core install chromium`, or name yours in CHROMIUM_PATH",
  },
  {
    name: "oathtool",
    find: () => onPath("oathtool"),
    aptPackage: "oathtool",
    otherwise: "`brew install oath-toolkit`",
  },
  {
    name: "Firefox",
    find: findFirefox,
    aptPackage: "firefox-esr",
    otherwise: "from https://www.mozilla.org/firefox, or name yours in FIREFOX_PATH",
  },
  {
    name: "argon2",
    find: () => onPath("argon2"),
    aptPackage: "argon2",
    otherwise: "`brew install argon2`",
  },
  { name: "zbarimg", find: () => onPath("zbarimg"), aptPackage: "zbar-tools", otherwise: "`brew install zbar`" },
];

/** The browser that the tests drive: CHROMIUM_PATH, else Playwright's own, else the system's. Throws where there is none. */
export function chromiumPath(): string {
  const path = findChromium();
  if (!path) throw new Error("There is no Chromium. `node scripts/ensure-tools.ts` gets it, or says how.");
  return path;
}

/** The Firefox that the tests drive: FIREFOX_PATH, else the system's. Throws where there is none. */
export function firefoxPath(): string {
  const path = findFirefox();
  if (!path) throw new Error("There is no Firefox. `node scripts/ensure-tools.ts` gets it, or says how.");
  return path;
}

/** The reference implementation of Argon2, which ours is measured against. Throws where there is none. */
export function argon2Path(): string {
  const path = onPath("argon2");
  if (!path) throw new Error("There is no argon2. `node scripts/ensure-tools.ts` gets it, or says how.");
  return path;
}

/** Finds every tool, gets what is missing where it can, and answers the ones that are missing still. */
export function ensureTools(): Tool[] {
  const missing = tools.filter((tool) => !tool.find());
  if (missing.length === 0 || !canInstall()) return missing;
  console.log(`Installing ${missing.map(({ name }) => name).join(", ")} (apt-get, about a minute)...`);
  aptGet("update");
  aptGet("install", "--yes", "--no-install-recommends", ...missing.map(({ aptPackage }) => aptPackage));
  return missing.filter((tool) => !tool.find());
}

function findChromium(): string | undefined {
  const places = [process.env.CHROMIUM_PATH ?? "", chromium.executablePath(), "/usr/bin/chromium"];
  return places.find(isProgram);
}

function findFirefox(): string | undefined {
  return [process.env.FIREFOX_PATH ?? "", onPath("firefox-esr") ?? "", onPath("firefox") ?? ""].find(isProgram);
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && onPath("apt-get") !== undefined;
}

function aptGet(...words: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr } = spawnSync("apt-get", ["-qq", ...words], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) console.error(stderr.trim());
}

if (import.meta.main) {
  const missing = ensureTools();
  for (const { name, aptPackage, otherwise } of missing) {
    console.error(`${name} is missing. Get it with \`apt-get install ${aptPackage}\`, or ${otherwise}.`);
  }
  process.exitCode = missing.length > 0 ? 1 : 0;
}
