import { describe, expect, it } from "vitest";
import { teach } from "../support/lesson.ts";
import { readText } from "../support/source-file.ts";

const toml = readText("wrangler.toml");
const page = readText("docs/settings.md");

/** What `[env.production]` sets, offers in a comment, or requires as a secret. */
function settingsOfProduction(): string[] {
  const vars = toml.split("[env.production.vars]")[1]?.split("\n[")[0] ?? "";
  const required = /^required = \[(.*)\]$/m.exec(toml)?.[1] ?? "";
  const set = [...vars.matchAll(/^(?:# )?([A-Z][A-Z_]+) = /gm)].map(([, name = ""]) => name);
  const secrets = [...required.matchAll(/"([A-Z_]+)"/g)].map(([, name = ""]) => name);
  return [...set, ...secrets].sort();
}

describe("docs/settings.md", () => {
  it("has every setting of production in its tables, and none besides", () => {
    const firstCells = [...page.matchAll(/^\| (`[^|]+`) *\|/gm)].map(([, cell = ""]) => cell);
    const documented = firstCells.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = ""]) => name));
    expect(documented.sort()).toEqual(settingsOfProduction());
  });

  it("gives the defaults that wrangler.toml gives", () => {
    const rows = [...page.matchAll(/^\| (`[^|]+`) *\| ([^|]+) *\| [^|]+\|$/gm)];
    const defaults = rows.flatMap(([, names = "", values = ""]) => {
      const each = values.split(",").map((value) => value.trim());
      return [...names.matchAll(/`([A-Z_]+)`/g)].map(([, name = ""], place) => ({ name, value: each[place] ?? "" }));
    });
    const wrong = defaults
      .filter(({ value }) => /^[\d.]+$/.test(value))
      .filter(({ name, value }) => !new RegExp(`^# ${name} = ${value.replace(".", "\\.")}\\b`, "m").test(toml))
      .map(({ name, value }) => `${name} ${value}`);
    expect(defaults.length).toBeGreaterThan(15);
    teach(wrong, "Give the same default in docs/settings.md and in wrangler.toml.");
  });
});
