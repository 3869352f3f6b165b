import { expect, it } from "vitest";
import { optionsIn } from "../../../extension/options/rules.ts";

const byItself = {
  theme: "system",
  language: "system",
  startTab: "codes",
  hidesCodes: false,
  isCompact: false,
  showsNext: false,
};

it.each([
  null,
  "",
  "no JSON",
  "null",
  "[]",
  "7",
  '{"theme":"pink","language":"fr","startTab":3,"isCompact":"yes","hidesCodes":1}',
])("are what they would be by themselves where %j is kept", (kept) => {
  expect(optionsIn(kept)).toEqual(byItself);
});

it("are what was chosen, each by itself, and nothing that is no option", () => {
  const kept = { theme: "dark", language: "es", startTab: "security", hidesCodes: true, showsNext: true, other: 1 };
  expect(optionsIn(JSON.stringify(kept))).toEqual({
    ...byItself,
    theme: "dark",
    language: "es",
    startTab: "security",
    hidesCodes: true,
    showsNext: true,
  });
});
