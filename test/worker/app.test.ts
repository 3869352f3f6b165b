import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createClient } from "../../shared/contract/client.ts";
import { type ErrorCode, statusOf } from "../../shared/contract/errors.ts";
import { hostileBody, hostileHeaders, hostilePart } from "../support/hostile.ts";
import { operatorWith } from "../support/operator.ts";
import { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const { routes } = new Service();
const takesBody = (method: string) => !["GET", "HEAD", "OPTIONS"].includes(method);

/** Checks that whatever went wrong is the caller's fault, and said as the contract says it. */
function expectClean({ status, headers, body }: TestAnswer): void {
  expect(status).toBeLessThan(500);
  expect(headers.get("Request-Id")).toMatch(/^[\w-]{22}$/);
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  if (status < 400 || body === "") return;
  if (body.error !== undefined) {
    expectOauthProblem({ status, headers, body });
    return;
  }
  expect(headers.get("Content-Type")).toBe("application/problem+json");
  expect(body).toMatchObject({ status, requestId: headers.get("Request-Id"), detail: expect.any(String) });
  expect(statusOf[body.code as ErrorCode]).toBe(status);
}

/** The servers of sites are answered as OAuth has it (RFC 6749 5.2), for stock clients read nothing else. */
function expectOauthProblem({ status, headers, body }: TestAnswer): void {
  expect([400, 401]).toContain(status);
  expect(headers.get("Content-Type")).toBe("application/json");
  expect(body).toEqual({ error: expect.stringMatching(/^[a-z_]+$/), error_description: expect.any(String) });
}

describe("whatever is sent to", () => {
  it.each(routes.map(({ method, path }) => [method, path]))("%s %s, the answer is clean", async (method, path) => {
    const logged = vi.spyOn(console, "error");
    const person = await Person.signUp(new Service());
    const isForOperators = path.startsWith("/v1/admin");
    const bearer = isForOperators ? (await operatorWith(person.service)).token : person.token;
    const cookie = { "Latchkey-Session": "", Cookie: `__Host-latchkey=${person.token}`, Origin: person.service.origin };
    await fc.assert(
      fc.asyncProperty(
        hostileBody,
        hostilePart,
        hostileHeaders,
        fc.constantFrom("bearer", "cookie", "nobody", "noise"),
        async (body, part, headers, who) => {
          const token = { bearer, noise: `${part} ${part}` }[who as string];
          const answer = await person.service.send(method, path.replace(/:\w+/g, part), {
            ...(takesBody(method) && { body }),
            ...(token && { token }),
            headers: { ...headers, ...(who === "cookie" && cookie) },
          });
          person.service.pass(60);
          expectClean(answer);
        },
      ),
      { numRuns: 60 },
    );
    expect(logged.mock.calls).toEqual([]);
    logged.mockRestore();
  });

  it("a path by a method that it has not, the answer is a 404 problem", async () => {
    const service = new Service();
    for (const { path } of routes) {
      const own = routes.filter((route) => route.path === path).map(({ method }) => method);
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"].filter(
        (each) => !own.includes(each),
      )) {
        const answer = await service.send(method, path, takesBody(method) ? { body: {} } : {});
        expectClean(answer);
        // `/:id` may be an id to another route of that method; then it is that route's to answer.
        expect([401, 404], `${method} ${path}`).toContain(answer.status);
      }
    }
  });

  it("any address, the answer is clean", async () => {
    const service = new Service();
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostilePart, { maxLength: 6 }),
        fc.constantFrom("GET", "POST", "HEAD", "DELETE"),
        async (parts, method) => {
          expectClean(await service.send(method, `/${parts.join("/")}?${parts.join("&")}`));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a body", () => {
  const withLength = (length: string, text: string) =>
    new Service().post("/v1/sign-in", text, { headers: { "Content-Length": length } });

  it.each(["0", "5", "-1", "1e9", "abc", "99999999999999999999"])(
    "whose length is given as %s is judged cleanly",
    async (length) => {
      expectClean(await withLength(length, '{"email":"ana@example.com"}'));
    },
  );

  it("is measured in bytes, not in letters", async () => {
    const answer = await new Service().post("/v1/password/check", { password: "é".repeat(9000) });
    expect([answer.status, answer.body.code]).toEqual([413, "body_too_large"]);
  });
});

describe("the typed client", () => {
  it("has a method for every route that a page may call", async () => {
    const called: string[] = [];
    const client = createClient({
      service: "https://x",
      fetch: async (input, init) => {
        called.push(`${init?.method} ${new URL(String(input)).pathname}`);
        return Response.json({});
      },
    });
    const methods = Object.values(client).flatMap((group) => Object.values(group));
    for (const method of methods as ((...words: unknown[]) => Promise<unknown>)[]) await method("x", "x");
    // The operator's own are called by servers, with keys that no page has.
    const ofPages = routes.filter(({ path }) => path.startsWith("/v1/") && !path.startsWith("/v1/admin"));
    const wanted = ofPages.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, "x")}`);
    expect([...new Set(called)].sort()).toEqual([...new Set(wanted)].sort());
  });
});
