import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { codeFor, exchange, goTo, siteSettings } from "../../support/site.ts";

const service = new Service(await siteSettings());
const bye = "https://shop.example/bye";

describe("a request to sign out, whatever it says,", () => {
  it("leads to the registered address with its state, to a page of ours, or nowhere, and never fails", async () => {
    const person = await Person.signUp(service);
    const hint = (await exchange(service, await codeFor(person))).body.id_token;
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("", "&state=x", "#", "\r\nX: y", "%00", "shop", "bank", "[]"),
    );
    const address = fc.oneof(
      fc.constant(bye),
      fc.constantFrom(`${bye}/`, `${bye}?`, `${bye}#`, "//evil.example", "javascript:alert(1)", "https://evil.example"),
      fc.webUrl(),
      text,
    );
    const named = fc.tuple(
      fc.constantFrom("id_token_hint", "client_id", "state", "post_logout_redirect_uri", "ui_locales", "state[]"),
      fc.oneof(address, text, fc.constant(hint)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(named, { maxLength: 6 }), async (parameters) => {
        const request = new URLSearchParams(parameters);
        const { status, to } = await goTo(service, `/oidc/sign-out?${request}`);
        expect([302, 400]).toContain(status);
        if (status === 400) expect(to.href).toBe("about:blank");
        else if (to.origin === service.origin) expect(["/", "/sign-out"]).toContain(to.pathname);
        else {
          expect([to.origin + to.pathname, request.getAll("post_logout_redirect_uri")]).toEqual([bye, [bye]]);
          expect(to.searchParams.get("state")).toBe(request.get("state"));
        }
      }),
      { numRuns: 150 },
    );
  });
});
