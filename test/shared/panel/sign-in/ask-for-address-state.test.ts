import { describe, expect, it, vi } from "vitest";
import type { Client } from "../../../../shared/contract/client.ts";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createAddressRequest } from "../../../../shared/panel/sign-in/ask-for-address-state.ts";
import { createWayIn } from "../../../../shared/panel/sign-in/state.ts";

const expiresAt = "2026-11-29T10:15:00.000Z";
const reset = { id: "reset-1", expiresAt };

function openWay() {
  const requestUnlock = vi.fn(async () => ok({ expiresAt }));
  const request = vi.fn(async () => ok({ reset }));
  const client = { signIn: { requestUnlock }, passwordReset: { request } } as unknown as Client;
  const way = createWayIn({ client, locale: "en", start: { at: "password" }, onSignedIn: () => {} });
  return { way, asked: { unlock: requestUnlock, reset: request } };
}

describe("asking for a mail to an address", () => {
  it.each([
    ["unlock", { at: "unlock_sent" }],
    ["reset", { at: "reset_code", reset }],
  ] as const)("for %s asks for an address first, and goes on to what the mail is for", async (purpose, step) => {
    const { way, asked } = openWay();
    const request = createAddressRequest(way, purpose);
    await request.submit();
    expect(request.form.first.value).toEqual({ name: "email" });
    way.email.value = " ana@example.com ";
    await request.submit();
    expect(asked[purpose].mock.calls).toEqual([[{ email: "ana@example.com" }]]);
    expect(way.step.value).toEqual(step);
  });

  it("shows at the field what the service alone can tell to be no address", async () => {
    const client = { passwordReset: { request: async () => fail("invalid_request") } } as unknown as Client;
    const way = createWayIn({ client, locale: "en", start: { at: "reset" }, onSignedIn: () => {} });
    way.email.value = "ana@-.example";
    const request = createAddressRequest(way, "reset");
    await request.submit();
    expect(request.form.faults.email.value).toMatchObject({ code: "invalid_request" });
    expect(request.form.failure.value).toBeNull();
  });
});
