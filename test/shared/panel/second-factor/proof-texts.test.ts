import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { panel as english } from "../../../../shared/locales/en/panel.ts";
import { panelProblems as englishProblems } from "../../../../shared/locales/en/panel-problems.ts";
import { panel as spanish } from "../../../../shared/locales/es/panel.ts";
import { panelProblems as spanishProblems } from "../../../../shared/locales/es/panel-problems.ts";
import { proofTexts } from "../../../../shared/panel/second-factor/proof-texts.ts";
import type { ProofMethod } from "../../../../shared/panel/second-factor/state.ts";

const languages = {
  en: { secondStep: english.secondStep, problems: englishProblems },
  es: { secondStep: spanish.secondStep, problems: spanishProblems },
};

const ways = (others: ProofMethod[], typed = "") => ({ otherWays: signal(others), recoveryCode: signal(typed) });

describe.each(["en", "es"] as const)("what is said of a refused code, in %s", (language) => {
  const words = languages[language];
  const { secondStep, problems } = words;

  it("names the other method where the account has it, and the way there by its own words", () => {
    const asked = proofTexts(words, "email", ways(["app", "recovery"])).wrong_code;
    expect(asked).toBe(`${problems.emailCode.wrong_code} ${secondStep.maybeOf.app}`);
    expect(asked).toContain(secondStep.anotherWay);
    const ofApp = proofTexts(words, "app", ways(["email", "recovery"])).wrong_code;
    expect(ofApp).toBe(`${problems.appCode.wrong_code} ${secondStep.maybeOf.email}`);
    expect(ofApp).toContain(secondStep.anotherWay);
  });

  it("names no method that the account has not", () => {
    expect(proofTexts(words, "email", ways(["passkey", "recovery"]))).toBe(problems.emailCode);
    expect(proofTexts(words, "app", ways(["recovery"]))).toBe(problems.appCode);
  });

  it("says that six digits are no recovery code, and of a recovery code what it said before", () => {
    expect(proofTexts(words, "recovery", ways(["app"], "123 456")).wrong_code).toBe(secondStep.sixDigits);
    expect(secondStep.sixDigits).toContain(secondStep.anotherWay);
    expect(proofTexts(words, "recovery", ways(["app"], "1234-56ab-cdef-ghjk"))).toBe(problems.recoveryCode);
    expect(proofTexts(words, "recovery", ways(["passkey"], "123456"))).toBe(problems.recoveryCode);
  });
});
