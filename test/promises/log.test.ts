import { env } from "cloudflare:test";
import { describe, expect, inject, it } from "vitest";
import { eavesdrop } from "../support/eavesdrop.ts";
import { Person, wrongCode } from "../support/person.ts";
import { rangeAnswers, rangeOf } from "../support/range.ts";
import { Service } from "../support/service.ts";

// The same is held of every flow with D1 failing on every round trip, in faults.test.ts.
describe("S9 no secret is logged", () => {
  it("S9 when mail, the breach query, KV and the keys fail", async () => {
    const ear = eavesdrop();
    const gone = new Proxy({}, { get: () => () => Promise.reject(new Error("KV is gone")) }) as never;
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.turnOnEmail();
    const { prefix, suffix } = await rangeOf(person.password);
    await rangeAnswers(prefix, { status: 503, text: suffix });
    const settings = {
      MAIL: "resend",
      RESEND_API_KEY: "re_a_secret_of_the_log_test",
      RESEND_BASE_URL: "http://127.0.0.1:9",
      BREACH_BASE_URL: inject("rangeAddress"),
      SEAL_KEYS: `other:${btoa(String.fromCharCode(...new Uint8Array(32).map((_, at) => at * 7)))}`,
    };
    const broken = new Service(settings, { CACHE: gone, MAILBOX: gone });
    broken.now = person.service.now + 60_000;
    await broken.post("/v1/accounts", { email: `log-${crypto.randomUUID()}@example.com`, password: person.password });
    await broken.post("/v1/password-reset", { email: person.email });
    const { signIn } = (await broken.post("/v1/sign-in", person)).body;
    await broken.post("/v1/sign-in/email-code", { signIn });
    await broken.post("/v1/sign-in/code", { signIn, method: "app", code: person.appCode(2) });
    await broken.post("/v1/sign-in/code", { signIn, method: "email", code: wrongCode() });
    await broken.post("/v1/sign-in", "{ not JSON", { headers: { "Content-Type": "application/json" } });
    await broken.runSchedule();
    const secrets = [
      ...(await ear.stop()),
      suffix,
      settings.RESEND_API_KEY,
      settings.SEAL_KEYS.slice(6),
      `${env.MAC_KEY}`,
    ];
    const log = ear.logged.join("\n");
    for (const line of ["was not sent", "the breach query failed: refused", "its key local is not in SEAL_KEYS"]) {
      expect(log).toContain(line);
    }
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
