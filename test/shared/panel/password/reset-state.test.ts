import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../../shared/contract/answer.ts";
import type { Client } from "../../../../shared/contract/client.ts";
import type { ResetWaiting } from "../../../../shared/contract/password.ts";
import type { SecondStepAnswer } from "../../../../shared/contract/sign-in.ts";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createLinkedReset, createResetForm } from "../../../../shared/panel/password/reset-state.ts";
import { createWayIn } from "../../../../shared/panel/sign-in/state.ts";

const until = "2026-12-06T10:00:00.000Z";
const secondStep: SecondStepAnswer = {
  status: "second_step",
  signIn: "sign-in",
  expiresAt: until,
  methods: [{ type: "app" }],
  preferred: "app",
  rememberDays: 0,
  disputed: true,
  until,
};

function openWay(answer: Answer<SecondStepAnswer | ResetWaiting>) {
  const confirm = vi.fn(async () => answer);
  const client = { passwordReset: { confirm }, password: {} } as unknown as Client;
  const way = createWayIn({ client, locale: "en", start: { at: "reset" }, onSignedIn: () => {} });
  return { confirm, way };
}

describe("a reset by the link of its mail", () => {
  it("wants a password before it does anything", async () => {
    const { confirm, way } = openWay(ok(secondStep));
    const reset = createLinkedReset(way, "link");
    await reset.submit();
    expect(reset.form.first.value).toEqual({ name: "next" });
    expect(confirm).not.toHaveBeenCalled();
  });

  it.each([
    ["asks for the second step, of what is on hold too", ok(secondStep), { at: "second_step", answer: secondStep }],
    ["says until when it waits", ok({ status: "waiting" as const, until }), { at: "reset_waiting", until }],
    ["says so where the link does nothing any more", fail("link_expired"), { at: "link_expired", purpose: "reset" }],
  ] as const)("%s", async (_, answer, step) => {
    const { confirm, way } = openWay(answer);
    const reset = createLinkedReset(way, "link");
    reset.next.value = "velvet anchor ladder";
    await reset.submit();
    expect(confirm).toHaveBeenCalledWith({ link: "link", newPassword: "velvet anchor ladder" });
    expect(way.step.value).toEqual(step);
  });
});

describe("a reset by code", () => {
  it("leads to the link where codes are no longer accepted for the address", async () => {
    const { way } = openWay(fail("link_required"));
    const reset = createResetForm(way, { id: "reset", expiresAt: until });
    reset.code.value = "123456";
    reset.next.value = "velvet anchor ladder";
    await reset.submit();
    expect(way.step.value).toEqual({ at: "reset_link_only" });
  });
});
