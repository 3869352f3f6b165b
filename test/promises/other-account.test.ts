import { beforeEach, describe, expect, it } from "vitest";
import { databaseDump, differences } from "../support/database-dump.ts";
import { operations } from "../support/described.ts";
import { instead } from "../support/instead.ts";
import { Person } from "../support/person.ts";
import { emptyMailbox, Service } from "../support/service.ts";
import { wayTo } from "../support/ways.ts";

beforeEach(emptyMailbox);

const bySession = operations.filter(({ caller }) => typeof caller === "string" && caller !== "anyone");
const changing = bySession.filter(({ method }) => method !== "get");

/** How a page carries its session. */
const asPage = ({ origin }: Service, token: string) => ({
  "Latchkey-Session": "",
  Cookie: `__Host-latchkey=${token}`,
  Origin: origin,
});

describe("S4c a page that shows one person, with the cookie of another by now", () => {
  it.each(changing.map(({ id }) => id))("does nothing: %s", async (id) => {
    const service = new Service();
    const shown = await Person.signUp(service);
    const signedIn = await Person.signUp(service);
    const { operation, act } = await wayTo(id, signedIn);
    await instead(operation, act, async (send, { token = "" }) => {
      const cookie = asPage(service, token);
      const before = await databaseDump();
      const refused = await sendAsPage(send, { ...cookie, "Latchkey-Account": shown.accountId });
      expect(`${refused.status} ${refused.body.code}`).toBe("409 other_account");
      expect(JSON.stringify(refused.body)).not.toContain(signedIn.accountId);
      expect(JSON.stringify(refused.body)).not.toContain(signedIn.email);
      expect(differences(before, await databaseDump())).toEqual([]);
      const done = await sendAsPage(send, { ...cookie, "Latchkey-Account": signedIn.accountId });
      expect(done.status).toBeLessThan(300);
      return done;
    });
  });

  it.each(bySession.filter(({ method }) => method === "get").map(({ id, path }) => ({ id, path })))(
    "reads nothing: $id",
    async ({ path }) => {
      const service = new Service();
      const [shown, signedIn] = [await Person.signUp(service), await Person.signUp(service)];
      const headers = { "Latchkey-Account": shown.accountId };
      const refused = await service.get(path, { token: signedIn.token, headers });
      expect(`${refused.status} ${refused.body.code}`).toBe("409 other_account");
    },
  );

  it("is told whose session it is when it asks without the header", async () => {
    const person = await Person.signUp(new Service());
    expect((await person.service.get("/v1/session", person)).body.account.id).toBe(person.accountId);
  });

  it("gains nothing by naming an account", async () => {
    const person = await Person.signUp(new Service());
    const headers = { "Latchkey-Account": person.accountId };
    expect((await person.service.get("/v1/account", { headers })).status).toBe(401);
  });

  it("may send the header from an allowed origin, and asks for leave no oftener than every two hours", async () => {
    const service = new Service({ ALLOWED_ORIGINS: "https://shop.example" });
    const { headers } = await service.send("OPTIONS", "/v1/account", {
      headers: {
        Origin: "https://shop.example",
        "Access-Control-Request-Method": "DELETE",
        "Access-Control-Request-Headers": "latchkey-account,idempotency-key",
      },
    });
    const allowed = headers.get("Access-Control-Allow-Headers")?.split(",");
    expect(allowed).toEqual(expect.arrayContaining(["Latchkey-Account", "Idempotency-Key"]));
    expect(headers.get("Access-Control-Max-Age")).toBe("7200");
  });
});

/** Sends it by cookie in place of the bearer token. */
function sendAsPage(send: Parameters<Parameters<typeof instead>[2]>[0], headers: Record<string, string>) {
  return send({ withoutToken: true, headers });
}
