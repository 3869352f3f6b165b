import { describe, expect, it } from "vitest";
import { withRetries } from "../../../shared/client/retry.ts";

const away = (retryAfter?: string) => () =>
  Promise.resolve(new Response(null, { status: 503, headers: retryAfter ? { "Retry-After": retryAfter } : {} }));
const broken = () => Promise.reject(new TypeError("network"));
const well = () => Promise.resolve(new Response("well"));

function sending(answers: (() => Promise<Response>)[]) {
  const waits: number[] = [];
  let sent = 0;
  const send = withRetries(
    () => (answers[sent++] ?? well)(),
    async (milliseconds) => void waits.push(milliseconds),
  );
  return { send, waits, sent: () => sent };
}

describe("a question that got no answer", () => {
  it("is asked again, twice at most, with a longer wait each time", async () => {
    const { send, waits } = sending([broken, away(), well]);
    expect(await (await send("https://x")).text()).toBe("well");
    expect(waits).toEqual([300, 900]);

    const stillBroken = sending([broken, broken, broken, well]);
    await expect(stillBroken.send("https://x")).rejects.toThrow("network");
    expect(stillBroken.sent()).toBe(3);
    const stillAway = sending([away(), away(), away(), well]);
    expect((await stillAway.send("https://x")).status).toBe(503);
    expect(stillAway.sent()).toBe(3);
  });

  it("waits for as long as the service says, but gives the answer when that is long", async () => {
    const { send, waits } = sending([away("2")]);
    await send("https://x");
    expect(waits).toEqual([2000]);
    const long = sending([away("60")]);
    expect((await long.send("https://x")).status).toBe(503);
    expect(long.sent()).toBe(1);
    const date = sending([away(new Date(Date.now() + 3_600_000).toUTCString())]);
    expect((await date.send("https://x")).status).toBe(503);
  });

  it("is not asked again when it was answered, or when it was a change", async () => {
    for (const status of [200, 401, 429, 500]) {
      const { send, sent } = sending([() => Promise.resolve(new Response(null, { status }))]);
      expect((await send("https://x")).status).toBe(status);
      expect(sent()).toBe(1);
    }
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const change = sending([broken]);
      await expect(change.send("https://x", { method })).rejects.toThrow("network");
      expect(change.sent()).toBe(1);
    }
  });

  it("is given up when it is aborted, also while it waits", async () => {
    const leave = new AbortController();
    const inFlight = sending([() => Promise.resolve(leave.abort()).then(broken), well]);
    await expect(inFlight.send("https://x", { signal: leave.signal })).rejects.toThrow("network");
    expect(inFlight.sent()).toBe(1);

    const waiting = new AbortController();
    let tries = 0;
    const send = withRetries(() => {
      tries++;
      queueMicrotask(() => waiting.abort(new Error("left")));
      return away("4")();
    });
    await expect(send("https://x", { signal: waiting.signal })).rejects.toThrow("left");
    expect(tries).toBe(1);
  });
});
