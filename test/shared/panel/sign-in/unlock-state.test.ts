import { describe, expect, it, vi } from "vitest";
import type { Client } from "../../../../shared/contract/client.ts";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createPasswordStep } from "../../../../shared/panel/sign-in/password-step-state.ts";
import { createWayIn, progressOf } from "../../../../shared/panel/sign-in/state.ts";
import { createUnlock } from "../../../../shared/panel/sign-in/unlock-state.ts";

const unlocked = { unlock: "unlock-1", expiresAt: "2026-11-29T10:15:00.000Z" };

function openWay(signIn: Partial<Client["signIn"]>) {
  const client = { signIn } as unknown as Client;
  return createWayIn({ client, locale: "en", start: { at: "password" }, onSignedIn: () => {} });
}

describe("unlocking a sign-in", () => {
  it("leads to the password, which is sent with what the link gave, and is kept until somebody is in", async () => {
    const start = vi.fn(async () => fail("wrong_credentials"));
    const way = openWay({ confirmUnlock: async () => ok(unlocked), start });
    await createUnlock(way, "link").run();
    expect(way.step.value).toEqual({ at: "password" });
    expect(progressOf(way).unlock).toEqual(unlocked);
    way.email.value = "ana@example.com";
    way.password.value = "a quiet harbour";
    await createPasswordStep(way).submit();
    expect(start).toHaveBeenCalledWith({
      email: "ana@example.com",
      password: "a quiet harbour",
      unlock: "unlock-1",
    });
    expect(way.unlock.value).toEqual(unlocked);
  });

  it("says so where the link does nothing any more, and keeps one that could not be sent", async () => {
    const used = openWay({ confirmUnlock: async () => fail("link_expired") });
    await createUnlock(used, "link").run();
    expect(used.step.value).toEqual({ at: "link_expired", purpose: "unlock" });
    const unheard = openWay({ confirmUnlock: async () => fail("offline") });
    unheard.step.value = { at: "unlock_link", link: "link" };
    await createUnlock(unheard, "link").run();
    expect(unheard.step.value).toEqual({ at: "unlock_link", link: "link" });
  });
});
