import { describe, expect, it } from "vitest";
import type { Account, Method } from "../../../shared/contract/account.ts";
import { nextStep } from "../../../worker/sign-in/next-step.ts";

const method = (type: "app" | "email", more: Partial<Method> = {}): Method => ({
  id: type,
  type,
  name: type,
  createdAt: "2026-01-01T00:00:00.000Z",
  lastUsedAt: null,
  ...more,
});
const account = (preferred: string | null, ...methods: Method[]): Pick<Account, "twoFactor"> => ({
  twoFactor: { enabled: methods.length > 0, preferred, methods, recoveryCodesLeft: 10, passkeysOnly: false },
});
const plain = { barsEmailStep: false, addressIsUnproved: false, isRemembered: false };
const app = method("app");
const email = method("email");

describe("what remains after a right password", () => {
  it.each([
    ["without two-factor, nothing", account(null), plain, { kind: "complete" }],
    ["in a remembered browser, nothing", account("app", app), { ...plain, isRemembered: true }, { kind: "complete" }],
    ["the preferred method first", account("email", app, email), plain, ["email", "app", "email"]],
    ["after a reset, no e-mail", account("email", app, email), { ...plain, barsEmailStep: true }, ["app", "app"]],
    ["after a reset, not even where it is all", account("email", email), { ...plain, barsEmailStep: true }, ["email"]],
    ["no method that is disabled", account("app", method("app", { disabled: true }), email), plain, ["email", "email"]],
    ["none where all are disabled", account("app", method("app", { disabled: true })), plain, ["app"]],
    ["a proof of the address", account(null), { ...plain, addressIsUnproved: true }, ["email", "email"]],
    ["two apps once", account("app", app, method("app", { id: "other" })), plain, ["app", "app"]],
  ])("is, %s", (_, whose, circumstances, expected) => {
    const [preferred, ...methods] = Array.isArray(expected) ? expected : [];
    const step = Array.isArray(expected) ? { kind: "second_step", preferred, methods } : expected;
    expect(nextStep(whose, circumstances)).toEqual(step);
  });
});
