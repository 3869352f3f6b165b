import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { clientTypes } from "./client-types.ts";
import { repository, runTool } from "./run-tool.ts";

const folder = join(repository, ".output/latchkey-client");

/** Builds the npm package `latchkey-client` into .output/latchkey-client, ready for `npm publish`. */
async function buildPackage(): Promise<void> {
  await build({
    configFile: false,
    root: repository,
    logLevel: "error",
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      lib: { entry: "shared/client/index.ts", formats: ["es"], fileName: "index" },
      // Vite leaves modules readable; this one is loaded as it is by pages without a bundler.
      rolldownOptions: { output: { minify: true } },
    },
  });
  const types = join(folder, "index.d.ts");
  await writeFile(types, clientTypes());
  await runTool("biome", ["format", "--write", "--vcs-enabled=false", types]);
  await writeFile(join(folder, "package.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);
  for (const [from, to] of [
    ["docs/client.md", "README.md"],
    ["LICENSE", "LICENSE"],
  ] as const) {
    await writeFile(join(folder, to), await readFile(join(repository, from)));
  }
}

async function manifest(): Promise<object> {
  const own = JSON.parse(await readFile(join(repository, "package.json"), "utf8")) as Record<string, string>;
  return {
    name: "latchkey-client",
    version: own.version,
    description:
      "The client of Latchkey for web pages and servers: sign-in with the second step, the session, fresh codes.",
    license: own.license,
    type: "module",
    exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./package.json": "./package.json" },
    types: "./index.d.ts",
    files: ["index.js", "index.d.ts"],
    sideEffects: false,
    engines: { node: ">=20" },
  };
}

await buildPackage();
