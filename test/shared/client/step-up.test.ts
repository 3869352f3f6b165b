import { describe, expect, it, vi } from "vitest";
import { type AskForProof, createStepUp } from "../../../shared/client/step-up.ts";
import type { Client } from "../../../shared/contract/client.ts";
import { fail, ok } from "../../../shared/outcome.ts";

const refused = () => fail("step_up_required", { methods: ["app"] as ("app" | "email")[] });

/** A service that takes the code 111111, and a call that it refuses before. */
function service() {
  let proved = false;
  const call = vi.fn(async () => (proved ? ok("done") : refused()));
  const client = {
    stepUp: {
      methods: async () => ok({ methods: ["email", "app"] }),
      prove: async ({ code }: { code: string }) => {
        if (code !== "111111") return fail("wrong_code");
        proved = true;
        return ok({});
      },
    },
    session: { get: async () => ok({ session: { elevatedUntil: proved ? "2026-01-01T00:00:00.000Z" : null } }) },
  } as unknown as Client;
  return { client, call };
}

const typing = (...codes: string[]) =>
  vi.fn<AskForProof>(async ({ prove }) => {
    for (const code of codes) await prove({ method: "app", code });
  });

describe("a call that needs a fresh proof", () => {
  it("is made again once the proof was given", async () => {
    const { client, call } = service();
    const ask = typing("000000", "111111");
    const stepUp = createStepUp(client, ask);
    expect(await stepUp.guard(call)).toEqual(ok("done"));
    expect(ask.mock.lastCall?.[0].methods).toEqual(["app"]);
    expect(await stepUp.guard(call)).toEqual(ok("done"));
    expect(ask).toHaveBeenCalledOnce();
  });

  it("stays refused when the person leaves the question", async () => {
    const { client, call } = service();
    expect(await createStepUp(client, typing("000000")).guard(call)).toEqual(refused());
    expect(call).toHaveBeenCalledOnce();
  });

  it("shares one question with others that are refused meanwhile", async () => {
    const { client, call } = service();
    const ask = typing("111111");
    const stepUp = createStepUp(client, ask);
    expect(await Promise.all([stepUp.guard(call), stepUp.guard(call)])).toEqual([ok("done"), ok("done")]);
    expect(ask).toHaveBeenCalledOnce();
  });

  it("asks for an action of the site's own, unless somebody has just proved it is them", async () => {
    const { client } = service();
    const ask = typing("111111");
    const stepUp = createStepUp(client, ask);
    expect(await stepUp.ensure()).toMatchObject({
      ok: true,
      value: { session: { elevatedUntil: expect.any(String) } },
    });
    expect(ask.mock.lastCall?.[0].methods).toEqual(["email", "app"]);
    await stepUp.ensure();
    expect(ask).toHaveBeenCalledOnce();
  });
});
