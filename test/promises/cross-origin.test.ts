import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const settings = { ALLOWED_ORIGINS: "https://shop.example" };
const changes = new Service().routes.filter(({ method }) => method !== "GET");
const foreign = ["https://evil.example", "null", "https://shop.example.evil.example", "http://shop.example", undefined];

/** What is the same for everybody (promise S6b). */
const publicPaths = [
  "/.well-known/openid-configuration",
  "/.well-known/oauth-authorization-server",
  "/.well-known/jwks.json",
];

/** Bodies as a form of a foreign page sends them, and as its `fetch` may without asking first. */
const posts: [type: string, body: (wish: object) => string][] = [
  ["application/x-www-form-urlencoded", (wish) => String(new URLSearchParams(wish as Record<string, string>))],
  [
    "multipart/form-data; boundary=x",
    (wish) => `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${JSON.stringify(wish)}\r\n--x--`,
  ],
  // The trick of a text/plain form whose one field makes its body JSON.
  ["text/plain", (wish) => `${JSON.stringify(wish).slice(0, -1)},"x":"="}`],
  ["application/json", (wish) => JSON.stringify(wish)],
];

async function rowsOf(person: Person): Promise<unknown> {
  const queries = [
    "SELECT * FROM accounts WHERE id = ?",
    "SELECT * FROM passwords WHERE account_id = ?",
    "SELECT * FROM app_codes WHERE account_id = ?",
    "SELECT * FROM recovery_codes WHERE account_id = ?",
    "SELECT id, token_hash, elevated_until FROM sessions WHERE account_id = ?",
  ];
  return Promise.all(queries.map((sql) => env.DB.prepare(sql).bind(person.accountId).raw()));
}

describe("S6 a foreign page of a browser that is signed in", () => {
  it.each(posts.map(([type, text]) => ({ type, text })))(
    "S6 changes nothing by posting $type, on any route",
    async ({ type, text }) => {
      const person = await Person.signUp(new Service(settings));
      await person.turnOnApp();
      await person.stepUp();
      const before = await rowsOf(person);
      const wish = {
        email: person.email,
        password: person.password,
        currentPassword: person.password,
        newPassword: "seven lanterns on a pier",
        method: "app",
        code: person.appCode(1),
        preferred: "x",
        id: "x",
        signIn: "x",
      };
      for (const { method, path } of changes) {
        for (const origin of foreign) {
          const headers = {
            "Latchkey-Session": "",
            Cookie: `__Host-latchkey=${person.token}`,
            "Content-Type": type,
            ...(origin && { Origin: origin }),
          };
          const answer = await person.service.send(method, path, { body: text(wish), headers });
          // What is for sites reads no cookie in a POST: it leads to a GET, or asks for a secret (promise S6b).
          if (path.startsWith("/oidc/")) expect([303, 400, 401]).toContain(answer.status);
          else
            expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, "origin_not_allowed"]);
          expect(answer.headers.get("Set-Cookie")).toBeNull();
          expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
        }
      }
      expect(await rowsOf(person)).toEqual(before);
      expect((await person.service.get("/v1/session", person)).status).toBe(200);
    },
  );

  it("S6 reads nothing by fetch, for no answer names it", async () => {
    const person = await Person.signUp(new Service(settings));
    const headers = { "Latchkey-Session": "", Cookie: `__Host-latchkey=${person.token}` };
    for (const { path } of new Service().routes.filter(({ method }) => method === "GET")) {
      for (const origin of foreign) {
        const answer = await person.service.get(path, { headers: { ...headers, ...(origin && { Origin: origin }) } });
        expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(publicPaths.includes(path) ? "*" : null);
        expect(answer.headers.get("Access-Control-Allow-Credentials")).not.toBe(publicPaths.includes(path) && "true");
      }
      // No page at all reads what is for operators' servers.
      if (path.startsWith("/v1/admin/") || publicPaths.includes(path)) continue;
      if (/^\/oidc\/(authorize|sign-out)$/.test(path)) continue;
      const allowed = await person.service.get(path, { headers: { ...headers, Origin: "https://shop.example" } });
      // What is for operators is for no page of any origin.
      const named = path.startsWith("/v1/admin") ? null : "https://shop.example";
      expect(allowed.headers.get("Access-Control-Allow-Origin")).toBe(named);
    }
  });

  it("S6 is given no session by signing its own person in (login by force)", async () => {
    const person = await Person.signUp(new Service(settings));
    for (const origin of foreign.slice(0, -1)) {
      const headers = { "Latchkey-Session": "", Origin: origin ?? "" };
      const answer = await person.service.post("/v1/sign-in", person, { token: undefined, headers });
      expect([answer.status, answer.headers.get("Set-Cookie")]).toEqual([403, null]);
    }
  });

  it("S6 the same posts from an allowed page are judged by what they say", async () => {
    const person = await Person.signUp(new Service(settings));
    const headers = {
      "Latchkey-Session": "",
      Cookie: `__Host-latchkey=${person.token}`,
      Origin: "https://shop.example",
    };
    const form = await person.service.put("/v1/account/password", "a=b", {
      headers: { ...headers, "Content-Type": "text/plain" },
    });
    expect(form.body.code).toBe("unsupported_media_type");
    expect((await person.service.delete("/v1/session", { headers })).status).toBe(204);
  });
});
