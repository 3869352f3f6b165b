import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { Account } from "../../../../shared/contract/account.ts";
import type { Client } from "../../../../shared/contract/client.ts";
import { ok } from "../../../../shared/outcome.ts";
import { createConfirmation } from "../../../../shared/panel/confirm/state.ts";
import { createStepUp } from "../../../../shared/panel/step-up/state.ts";

const words = { title: "Delete this account?", lead: "It will be deleted.", action: "Delete account" };

function openConfirmation(elevatedUntil: string | null) {
  const client = { session: { get: async () => ok({ session: { elevatedUntil } }) } } as unknown as Client;
  const stepUp = createStepUp(() => {});
  const account = signal({ email: "Ana@example.com", twoFactor: { methods: [] } } as unknown as Account);
  return { stepUp, confirmation: createConfirmation({ client, stepUp, account, here: () => () => true }) };
}

describe("C8 a confirmation", () => {
  it("C8 names the account, and does nothing before its button is pressed", async () => {
    const { confirmation } = openConfirmation("2026-11-29T10:00:00.000Z");
    const asked = confirmation.ask(words);
    await expect.poll(() => confirmation.question.value).not.toBeNull();
    expect(confirmation.question.value).toMatchObject({ email: "Ana@example.com", address: null, goesOn: false });
    confirmation.question.value?.confirm();
    expect(await asked).toBe(true);
    expect(confirmation.question.value).toBeNull();
  });

  it("C8 by address takes that of this account alone, however its letters are written", async () => {
    const { confirmation } = openConfirmation("2026-11-29T10:00:00.000Z");
    const asked = confirmation.ask({ ...words, byAddress: true });
    await expect.poll(() => confirmation.question.value?.address).toBeTruthy();
    const question = confirmation.question.value;
    for (const other of ["", "ana", "ben@example.com"]) {
      if (question?.address) question.address.entered.value = other;
      question?.confirm();
      expect(question?.address?.form.faults.address.value, other).toBe("unfit");
    }
    if (question?.address) question.address.entered.value = " ana@EXAMPLE.com ";
    question?.confirm();
    expect(await asked).toBe(true);
  });

  it("C8 goes on to a proof whose button does it, where none was given lately", async () => {
    const { confirmation, stepUp } = openConfirmation(null);
    const asked = confirmation.ask({ ...words, byAddress: true });
    await expect.poll(() => confirmation.question.value?.goesOn).toBe(true);
    expect(stepUp.question.value).toBeNull();
    if (confirmation.question.value?.address) confirmation.question.value.address.entered.value = "ana@example.com";
    confirmation.question.value?.confirm();
    await expect.poll(() => stepUp.question.value).toMatchObject({ final: true, action: "Delete account" });
    stepUp.question.value?.settle(true);
    expect(await asked).toBe(true);
  });

  it("C8 that is left does nothing", async () => {
    const { confirmation, stepUp } = openConfirmation(null);
    const asked = confirmation.ask({ ...words, byAddress: true });
    await expect.poll(() => confirmation.question.value).not.toBeNull();
    confirmation.question.value?.leave();
    expect(await asked).toBe(false);
    expect(stepUp.question.value).toBeNull();
  });
});
