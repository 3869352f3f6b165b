import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

describe("GET /v1/account/export", () => {
  it("has all that is kept of the account, and no secret of it", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp("My phone")).body;
    await person.stepUp();
    const { status, body } = await person.service.get("/v1/account/export", person);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      exportedAt: expect.stringMatching(/Z$/),
      account: { id: person.accountId, email: person.email, twoFactor: { methods: [{ name: "My phone" }] } },
      sessions: [{ current: true }],
      emailChanges: [],
    });
    expect(body.activity.map(({ type }: { type: string }) => type)).toEqual([
      "account_exported",
      "method_added",
      "account_created",
    ]);
    const text = JSON.stringify(body);
    const stored = await env.DB.prepare(
      `SELECT p.hash, a.sealed_secret, s.token_hash, r.mac FROM passwords p
         JOIN app_codes a USING (account_id) JOIN sessions s USING (account_id) JOIN recovery_codes r USING (account_id)
        WHERE p.account_id = ?`,
    )
      .bind(person.accountId)
      .first<Record<string, string>>();
    const secret = new URL(person.uri).searchParams.get("secret");
    for (const each of [person.token, person.password, secret, ...recoveryCodes, ...Object.values(stored ?? {})]) {
      expect(text).not.toContain(each);
    }
  });

  it("needs a step-up, and is for the signed in alone", async () => {
    const person = await Person.signUp(new Service());
    expect((await person.service.get("/v1/account/export", person)).body.code).toBe("step_up_required");
    expect((await new Service().get("/v1/account/export")).status).toBe(401);
  });
});
