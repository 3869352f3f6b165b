import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../../shared/contract/answer.ts";
import type { Client } from "../../../../shared/contract/client.ts";
import { ana } from "../../../../shared/contract/operations/example.ts";
import type { WaitingChange } from "../../../../shared/contract/waiting.ts";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createSecurity } from "../../../../shared/panel/security-state.ts";
import { createStop } from "../../../../shared/panel/waiting/stop-state.ts";

const change: WaitingChange = {
  id: "reset",
  type: "password_reset",
  since: "2026-11-29T10:00:00.000Z",
  until: "2026-12-06T10:00:00.000Z",
};

function openStop() {
  const stopWaiting = vi.fn<() => Promise<Answer<void>>>().mockResolvedValue(ok(undefined));
  const get = vi.fn(async () => ok(ana));
  const client = { account: { get, stopWaiting } } as unknown as Client;
  const security = createSecurity({ client, onEnded: () => {}, onLeft: () => {} });
  return { stopWaiting, get, security, stop: createStop(security, change) };
}

describe("stopping what waits", () => {
  it("asks for a fresh proof, stops it, and says so", async () => {
    const { stopWaiting, security, stop } = openStop();
    stopWaiting.mockResolvedValueOnce(fail("step_up_required", { methods: ["app"] }));
    const stopped = stop.run();
    await vi.waitFor(() => expect(security.stepUp.question.value?.methods).toEqual(["app"]));
    security.stepUp.question.value?.settle(true);
    await stopped;
    expect(security.done.value).toEqual({ what: "waiting_stopped", type: "password_reset" });
    expect(security.account.value).toEqual(ana);
  });

  it("shows how things stand where it no longer waits, and claims nothing", async () => {
    const { stopWaiting, get, security, stop } = openStop();
    stopWaiting.mockResolvedValue(fail("not_found"));
    await stop.run();
    expect(get).toHaveBeenCalledOnce();
    expect(security.done.value).toBeNull();
  });

  it("leaves it where nobody could be asked", async () => {
    const { stopWaiting, get, stop } = openStop();
    stopWaiting.mockResolvedValue(fail("offline"));
    await stop.run();
    expect(get).not.toHaveBeenCalled();
    expect(stop.attempt.failure.value?.code).toBe("offline");
  });
});
