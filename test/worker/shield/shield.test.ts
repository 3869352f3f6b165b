import { describe, expect, it } from "vitest";
import { Service } from "../../support/service.ts";

const limit = 1000;
let networks = 0;

/** A network of this test alone. */
const newNetwork = () => `2001:db8:0:${++networks}`;
const from = (ip: string, service = new Service()) =>
  service.get("/v1/nothing", { headers: { "CF-Connecting-IP": ip, Origin: service.origin } });

/** Sends until an answer is a 429; at most what a limit's worth on both sides of the period's end lets through. */
async function flood(address: (at: number) => string) {
  const service = new Service();
  for (let sent = 0; sent <= 2 * limit; sent += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => from(address(sent + at), service)));
    const refused = answers.find(({ status }) => status === 429);
    if (refused) return refused;
  }
  throw new Error("nothing was refused");
}

describe("a flood from one network", () => {
  it("is answered with a problem that a page may read, however its addresses change; others go on", async () => {
    const network = newNetwork();
    const { body, headers } = await flood((at) => `${network}::${at.toString(16)}`);
    expect(body).toMatchObject({ status: 429, code: "too_many_attempts", retryAfter: 60 });
    expect(headers.get("Retry-After")).toBe("60");
    expect(headers.get("Content-Type")).toBe("application/problem+json");
    expect(headers.get("Access-Control-Allow-Origin")).toBe("http://localhost:8787");
    expect((await from(`${newNetwork()}::1`)).status).toBe(404);
    const forged = { "CF-Connecting-IP": `${network}::1`, "X-Forwarded-For": "192.0.2.1" };
    expect((await new Service().get("/v1/nothing", { headers: forged })).status).toBe(429);
  });
});

describe("without the shield", () => {
  it.each([undefined, { limit: () => Promise.reject(new Error("the binding is gone")) }])(
    "everything passes: %j",
    async (SHIELD) => {
      const service = new Service({}, { SHIELD });
      expect((await from("192.0.2.7", service)).status).toBe(404);
    },
  );
});
