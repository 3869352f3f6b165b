import { afterEach, expect, it, vi } from "vitest";
import type { PasskeyRequest } from "../../../../shared/contract/passkey.ts";
import { ok } from "../../../../shared/outcome.ts";
import { createPasskeyUse } from "../../../../shared/panel/passkey/use-state.ts";

/** A browser that keeps each question until it is aborted, or answered from here. */
function browserAsking() {
  const asked: { challenge: string; answer: (response: object | null) => void; signal?: AbortSignal }[] = [];
  vi.stubGlobal("location", { protocol: "https:" });
  vi.stubGlobal(
    "PublicKeyCredential",
    Object.assign(() => {}, { isConditionalMediationAvailable: async () => true }),
  );
  vi.stubGlobal("navigator", {
    credentials: {
      get: ({ publicKey, signal }: { publicKey: { challenge: Uint8Array }; signal?: AbortSignal }) =>
        new Promise((resolve, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
          asked.push({
            challenge: String(publicKey.challenge),
            signal,
            answer: resolve,
          });
        }),
    },
  });
  return asked;
}

/** A service whose challenges live so many milliseconds, and which takes what `takes` says. */
function service(timeout: number, takes: (id: string) => boolean) {
  let count = 0;
  const proved: string[] = [];
  return {
    proved,
    ask: async () => {
      const id = `${++count}`;
      const options = {
        challenge: "AAAA",
        rpId: "a.example",
        timeout,
        allowCredentials: [],
        userVerification: "required",
      };
      return ok({ id, expiresAt: "", options } as PasskeyRequest);
    },
    prove: async ({ id }: { id: string }) => {
      proved.push(id);
      return takes(id) ? ok(null) : ({ ok: false, code: "wrong_passkey", details: {} } as never);
    },
  };
}

const bytes = new ArrayBuffer(4);
const signed = {
  rawId: bytes,
  response: { clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: null },
};

afterEach(() => vi.unstubAllGlobals());

it("offers with a new challenge before the old one is over", async () => {
  const asked = browserAsking();
  const { ask, prove, proved } = service(20, () => true);
  const end = createPasskeyUse({ ask, prove }).offer();
  await expect.poll(() => asked.length).toBeGreaterThan(2);
  expect(asked[0]?.signal?.aborted).toBe(true);
  end();
  expect(proved).toEqual([]);
});

it("offers again after a passkey that the service did not take, and after the button", async () => {
  const asked = browserAsking();
  const { ask, prove, proved } = service(60_000, (id) => id === "4");
  const use = createPasskeyUse({ ask, prove });
  const end = use.offer();
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer(signed);
  await expect.poll(() => asked.length).toBe(2);

  const pressed = use.run();
  await expect.poll(() => asked.length).toBe(3);
  expect(asked[1]?.signal?.aborted).toBe(true);
  asked[2]?.answer(null);
  await pressed;
  expect(use.refused.value).toBe("cancelled");
  await expect.poll(() => asked.length).toBe(4);
  asked[3]?.answer(signed);
  await expect.poll(() => proved).toEqual(["1", "4"]);
  end();
});

it("stops offering to who has sent it away three times, and where its screen is left", async () => {
  const asked = browserAsking();
  const { ask, prove } = service(60_000, () => true);
  const use = createPasskeyUse({ ask, prove });
  const end = use.offer();
  for (const round of [1, 2, 3]) {
    await expect.poll(() => asked.length).toBe(round);
    asked[round - 1]?.answer(null);
  }
  const pressed = use.run();
  await expect.poll(() => asked.length).toBe(4);
  end();
  asked[3]?.answer(null);
  await pressed;
  expect(asked).toHaveLength(4);
});

it("asks once however often it is run meanwhile", async () => {
  const asked = browserAsking();
  const { ask, prove, proved } = service(60_000, () => true);
  const use = createPasskeyUse({ ask, prove });
  const runs = [use.run(), use.run()];
  await expect.poll(() => asked.length).toBe(1);
  expect(use.pending.value).toBe(true);
  void use.run();
  asked[0]?.answer(signed);
  await Promise.all(runs);
  expect([asked.length, proved]).toEqual([1, ["1"]]);
  expect(use.pending.value).toBe(false);
});
