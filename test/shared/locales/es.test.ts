import { describe, expect, it } from "vitest";
import { bin as englishBin } from "../../../shared/locales/en/bin.ts";
import { clipboard as englishClipboard } from "../../../shared/locales/en/clipboard.ts";
import { clock as englishClock } from "../../../shared/locales/en/clock.ts";
import { codes as englishCodes } from "../../../shared/locales/en/codes.ts";
import { elements as englishElements } from "../../../shared/locales/en/elements.ts";
import { exporting as englishExporting } from "../../../shared/locales/en/exporting.ts";
import { extension as englishExtension } from "../../../shared/locales/en/extension.ts";
import { fill as englishFill } from "../../../shared/locales/en/fill.ts";
import { importing as englishImporting } from "../../../shared/locales/en/importing.ts";
import { lock as englishLock } from "../../../shared/locales/en/lock.ts";
import { pages as englishPages } from "../../../shared/locales/en/pages.ts";
import { panel as english } from "../../../shared/locales/en/panel.ts";
import { panelAccount as englishAccount } from "../../../shared/locales/en/panel-account.ts";
import { links as englishLinks } from "../../../shared/locales/en/panel-links.ts";
import { panelNotMe as englishNotMe } from "../../../shared/locales/en/panel-not-me.ts";
import { panelProblems as englishProblems } from "../../../shared/locales/en/panel-problems.ts";
import { scan as englishScan } from "../../../shared/locales/en/scan.ts";
import { surface as englishSurface } from "../../../shared/locales/en/surface.ts";
import { bin as spanishBin } from "../../../shared/locales/es/bin.ts";
import { clipboard as spanishClipboard } from "../../../shared/locales/es/clipboard.ts";
import { clock as spanishClock } from "../../../shared/locales/es/clock.ts";
import { codes as spanishCodes } from "../../../shared/locales/es/codes.ts";
import { elements as spanishElements } from "../../../shared/locales/es/elements.ts";
import { exporting as spanishExporting } from "../../../shared/locales/es/exporting.ts";
import { extension as spanishExtension } from "../../../shared/locales/es/extension.ts";
import { fill as spanishFill } from "../../../shared/locales/es/fill.ts";
import { importing as spanishImporting } from "../../../shared/locales/es/importing.ts";
import { lock as spanishLock } from "../../../shared/locales/es/lock.ts";
import { pages as spanishPages } from "../../../shared/locales/es/pages.ts";
import { panel as spanish } from "../../../shared/locales/es/panel.ts";
import { panelAccount as spanishAccount } from "../../../shared/locales/es/panel-account.ts";
import { links as spanishLinks } from "../../../shared/locales/es/panel-links.ts";
import { panelNotMe as spanishNotMe } from "../../../shared/locales/es/panel-not-me.ts";
import { panelProblems as spanishProblems } from "../../../shared/locales/es/panel-problems.ts";
import { scan as spanishScan } from "../../../shared/locales/es/scan.ts";
import { surface as spanishSurface } from "../../../shared/locales/es/surface.ts";

/** Every key with the kind of its value, as `code.triesLeft function`. */
function shape(words: unknown, path = ""): string[] {
  if (typeof words !== "object" || words === null) return [`${path} ${typeof words}`];
  return Object.entries(words).flatMap(([key, value]) => shape(value, `${path}.${key}`));
}

describe("Spanish", () => {
  it.each([
    ["panel", english, spanish],
    ["panel-problems", englishProblems, spanishProblems],
    ["panel-account", englishAccount, spanishAccount],
    ["panel-links", englishLinks, spanishLinks],
    ["panel-not-me", englishNotMe, spanishNotMe],
    ["pages", englishPages, spanishPages],
    ["elements", englishElements, spanishElements],
    ["extension", englishExtension, spanishExtension],
    ["fill", englishFill, spanishFill],
    ["clock", englishClock, spanishClock],
    ["clipboard", englishClipboard, spanishClipboard],
    ["surface", englishSurface, spanishSurface],
    ["scan", englishScan, spanishScan],
    ["codes", englishCodes, spanishCodes],
    ["importing", englishImporting, spanishImporting],
    ["exporting", englishExporting, spanishExporting],
    ["lock", englishLock, spanishLock],
    ["bin", englishBin, spanishBin],
  ])("says in %s all that English says", (_, inEnglish, inSpanish) => {
    expect(shape(inSpanish).sort()).toEqual(shape(inEnglish).sort());
  });

  it("counts as English does", () => {
    expect([0, 1, 2].map(english.code.triesLeft)).toEqual(["No tries left.", "1 try left.", "2 tries left."]);
    expect([0, 1, 2].map(spanish.code.triesLeft)).toEqual([
      "No quedan intentos.",
      "Queda 1 intento.",
      "Quedan 2 intentos.",
    ]);
    expect([1, 8].map(english.recovery.left)).toEqual(["1 of 10 left", "8 of 10 left"]);
    expect([1, 8].map(spanish.recovery.left)).toEqual(["Queda 1 de 10", "Quedan 8 de 10"]);
  });
});
