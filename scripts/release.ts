import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import { buildClient } from "./build.ts";
import { repository, runTool } from "./run-tool.ts";

const { "dry-run": isDryRun, verbose } = parseArgs({
  options: { "dry-run": { type: "boolean", default: false }, verbose: { type: "boolean", default: false } },
}).values;
const folder = join(repository, ".output/release");
const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
const tag = `v${version}`;
const service = process.env.LATCHKEY_SERVICE ?? "http://localhost:8787";

try {
  const reasons = reasonsAgainst();
  for (const reason of reasons) console.error(styleText("yellow", reason));
  if (reasons.length > 0 && !isDryRun) throw new Error("Nothing was made.");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await packClient();
  await packExtensions();
  for (const name of readdirSync(folder).filter((each) => /\.(zip|tgz)$/.test(each))) {
    console.log(`${name}  ${Math.ceil(statSync(join(folder, name)).size / 1024)} KiB`);
  }
  if (isDryRun) console.log(`Not tagged, since this is a dry run. The tag would be ${tag}.`);
  else {
    git("tag", "--annotate", tag, "--message", `Latchkey ${version}`);
    console.log(`Tagged ${tag}. Push it with: git push origin ${tag}`);
  }
} catch (error) {
  console.error(styleText("red", "The release failed."), error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** What has to be put right before this version can be released, each as a sentence. */
function reasonsAgainst(): string[] {
  const changelog = readFileSync(join(repository, "CHANGELOG.md"), "utf8");
  const reasons = [
    [git("status", "--porcelain") !== "", "There are changes that aren't committed."],
    [git("tag", "--list", tag) !== "", `The tag ${tag} exists already. Raise the version in package.json.`],
    [!changelog.includes(`\n## [${version}] - 20`), `CHANGELOG.md has no section for ${version} with its date.`],
    [!service.startsWith("https://"), "LATCHKEY_SERVICE has to be the https address that the extension connects to."],
  ] as const;
  return reasons.flatMap(([applies, reason]) => (applies ? [reason] : []));
}

/** Packs `latchkey-client` as npm would publish it. Throws where publint or attw find fault with it. */
async function packClient(): Promise<void> {
  await buildClient(verbose);
  const built = join(repository, ".output/latchkey-client");
  await runTool("publint", ["run", built, "--strict"], { verbose });
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: built });
  // The package is an ES module alone, so that `require` is not judged.
  await runTool("attw", [join(folder, `latchkey-client-${version}.tgz`), "--profile", "esm-only"], { verbose });
}

/** Packs the extension as each store takes it, for Firefox with the sources that its reviewers build from. */
async function packExtensions(): Promise<void> {
  for (const browser of ["chrome", "edge", "firefox"]) {
    const environment = { LATCHKEY_SERVICE: service, LATCHKEY_FOR_STORES: "1" };
    await runTool("wxt", ["zip", "--browser", browser], { environment, verbose });
  }
}

function git(...words: string[]): string {
  return execFileSync("git", words, { cwd: repository, encoding: "utf8" }).trim();
}
