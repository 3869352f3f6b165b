import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bodyLimitBytes, bodyLimitSeconds } from "../../../shared/contract/limits.ts";
import { Service } from "../../support/service.ts";

const credentials = JSON.stringify({ email: "nobody@example.com", password: "a quiet harbour at dawn" });

/** A body that arrives in these parts, the first when it is asked for; it ends only where it says so. */
function arriving(parts: (string | Promise<string>)[], { ends = true } = {}): ReadableStream<Uint8Array> {
  const left = [...parts];
  return new ReadableStream(
    {
      async pull(controller) {
        const part = left.shift();
        if (part !== undefined) controller.enqueue(new TextEncoder().encode(await part));
        else if (ends) controller.close();
        else await new Promise(() => {});
      },
    },
    { highWaterMark: 0 },
  );
}

describe("the body of a request", () => {
  it("is read whole, however it arrives", async () => {
    const body = arriving([credentials.slice(0, 9), credentials.slice(9, 30), credentials.slice(30)]);
    const answer = await new Service().post("/v1/sign-in", body);
    expect([answer.status, answer.body.code]).toEqual([401, "wrong_credentials"]);
  });

  it("is refused over 16 KiB, whether its length is said or not", async () => {
    const long = JSON.stringify({ email: "a@example.com", password: "x".repeat(bodyLimitBytes) });
    const service = new Service();
    const said = await service.post("/v1/sign-in", arriving([]), { headers: { "Content-Length": `${long.length}` } });
    const unsaid = await service.post("/v1/sign-in", arriving([long.slice(0, 9), long.slice(9)], { ends: false }));
    expect([said.body.code, unsaid.body.code]).toEqual(["body_too_large", "body_too_large"]);
  });

  it("is what the clock waits for: the time of a request is that at which all of it is there", async () => {
    const service = new Service();
    const begun = service.now;
    const late = arriving([
      Promise.resolve().then(() => {
        service.pass(150);
        return credentials;
      }),
    ]);
    const { headers } = await service.post("/v1/sign-in", late);
    expect(Date.parse(headers.get("Date") ?? "")).toBeGreaterThan(begun + 149_000);
  });
});

describe("a body that never ends", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  it.each(["en", "es"])("is given up after half a minute, with a problem in words (%s)", async (language) => {
    const answer = new Service().post("/v1/sign-in", arriving([credentials.slice(0, 9)], { ends: false }), {
      headers: { "Accept-Language": language },
    });
    await vi.advanceTimersByTimeAsync(bodyLimitSeconds * 1000);
    const { status, body } = await answer;
    expect([status, body.code]).toEqual([408, "request_timeout"]);
    expect(body.detail).toBe(
      language === "es"
        ? "La solicitud no llegó a tiempo, así que no se ha cambiado nada. Inténtalo de nuevo."
        : "The request didn't arrive in time, so nothing was changed. Try again.",
    );
  });
});
