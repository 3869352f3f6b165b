import { cp, glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "../../../scripts/run-tool.ts";

const presetService = "http://localhost:8787";

/** Copies the extension as it was built and points the copy at another service. Answers the copy's folder. */
export async function copyExtensionFor(service: string, folder: string): Promise<string> {
  await cp(join(repository, ".output/chrome-mv3"), folder, { recursive: true });
  let found = false;
  for await (const path of glob("**/*.{js,json,html}", { cwd: folder })) {
    const text = await readFile(join(folder, path), "utf8");
    if (!text.includes(presetService)) continue;
    found = true;
    await writeFile(join(folder, path), text.replaceAll(presetService, service));
  }
  if (!found) throw new Error(`The built extension does not name ${presetService}; was it built for another service?`);
  return folder;
}

/**
 * Copies an extension for a browser in which nobody answers the browser's own question: it has from the start what the person
 * is asked for: the clipboard, and the hosts that they have let it see. What a click gives (activeTab) it gets by a click alone.
 */
export async function copyExtensionWithAnswers(from: string, folder: string, hosts: string[]): Promise<string> {
  await cp(from, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as {
    permissions: string[];
    host_permissions?: string[];
  };
  manifest.permissions.push("clipboardRead", "clipboardWrite");
  if (hosts.length > 0) manifest.host_permissions = hosts;
  await writeFile(path, JSON.stringify(manifest));
  return folder;
}
