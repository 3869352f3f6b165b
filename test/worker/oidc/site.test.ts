import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { authorizeAs, callback, exchange, siteSettings } from "../../support/site.ts";

const origins = ["https://shop.example", "http://localhost:3000"];
const service = new Service({ ...(await siteSettings()), RETURN_ORIGINS: origins.join(" ") });
const siteOf = (address: string) => service.get(`/v1/oidc/site?${new URLSearchParams({ return_to: address })}`);

describe("where the sign-in page may send people back to", () => {
  it.each([
    ["https://shop.example", "https://shop.example/"],
    ["https://shop.example/cart?a=b#c", "https://shop.example/cart?a=b#c"],
    ["HTTPS://SHOP.EXAMPLE/Cart", "https://shop.example/Cart"],
    ["http://localhost:3000/x", "http://localhost:3000/x"],
    ["https:shop.example\\..\\x", "https://shop.example/x"],
  ])("is %s, as the browser reads it", async (address, returnTo) => {
    expect((await siteOf(address)).body).toEqual({ name: new URL(returnTo).host, returnTo });
  });

  it.each([
    "https://shop.example.evil.example/",
    "https://evil.example/https://shop.example/",
    "https://shop.example@evil.example/",
    "https://ana@shop.example/",
    "https://shop.example:444/",
    "http://shop.example/",
    "http://localhost:3001/",
    "//shop.example/",
    "/profile",
    "javascript:alert('https://shop.example')",
    "blob:https://shop.example/x",
    "filesystem:https://shop.example/x",
    "null",
    "https://shop.example%2eevil.example/",
    "https://shop．example．evil.example/",
  ])("is never %j", async (address) => expect((await siteOf(address)).status).toBe(404));

  it("is of an origin on the list, whatever is asked", async () => {
    const piece = fc.constantFrom(
      ..."https: http: javascript: data: // / \\ @ . : # ? %2f %00 %0d%0a shop.example evil.example localhost :3000 [::1]".split(
        " ",
      ),
      "\t",
      "\n",
      "\u3002",
      "\u0000",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 10 }), async (pieces) => {
        const { status, body } = await siteOf(pieces.join(""));
        if (status === 200) expect(origins).toContain(new URL(body.returnTo).origin);
        else expect([400, 404]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });

  it("is nowhere where the settings name no origin", async () => {
    const closed = new Service();
    const answer = await closed.get(`/v1/oidc/site?${new URLSearchParams({ return_to: `${closed.origin}/x` })}`);
    expect(answer.status).toBe(404);
  });
});

describe("a request to sign in, whatever it says,", () => {
  it("leads to the registered address with its state, to a page of ours, or nowhere", async () => {
    const person = await Person.signUp(service);
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("&code=x", "#", "\r\nX: y", "ñ", "%00"),
    );
    const uri = fc.oneof(
      { weight: 3, arbitrary: fc.constant(callback) },
      fc.constantFrom(
        `${callback}/`,
        `${callback}?`,
        `${callback}#`,
        "https://evil.example/",
        "//evil.example",
        "javascript:alert(1)",
      ),
      fc.webUrl(),
      text,
    );
    const request = fc.record(
      {
        state: text,
        nonce: text,
        redirect_uri: uri,
        prompt: fc.oneof(text, fc.constantFrom("none", "login")),
        asked: text,
        max_age: text,
      },
      { requiredKeys: ["redirect_uri"] },
    );
    await fc.assert(
      fc.asyncProperty(request, fc.boolean(), async (changed, isSignedIn) => {
        const { status, to, answer } = await authorizeAs(isSignedIn ? person : service, {
          state: undefined,
          ...changed,
        });
        if (changed.redirect_uri !== callback) expect([status, to.href]).toEqual([400, "about:blank"]);
        else if (to.origin === service.origin) expect(["/sign-in", "/confirm"]).toContain(to.pathname);
        else {
          expect(to.href.startsWith(`${callback}?`)).toBe(true);
          expect(to.hash).toBe("");
          expect(answer.state).toBe(changed.state?.toWellFormed());
          expect(to.searchParams.getAll("iss")).toEqual([service.origin]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it("and whatever comes for a code, no token comes out but for the code that was given", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("", "x".repeat(43), "shop", callback),
    );
    const form = fc.dictionary(
      fc.constantFrom("code", "client_id", "client_secret", "redirect_uri", "code_verifier", "grant_type", "__proto__"),
      text,
    );
    await fc.assert(
      fc.asyncProperty(form, async (changed) => {
        const { status, body } = await exchange(service, "x".repeat(43), { ...changed });
        expect([400, 401]).toContain(status);
        expect(body).toEqual({ error: expect.any(String), error_description: expect.any(String) });
      }),
      { numRuns: 80 },
    );
  });
});
