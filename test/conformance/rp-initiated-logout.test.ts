import { beforeEach, describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";
import { codeFor, exchange, goTo, siteSettings } from "../support/site.ts";

const service = new Service(await siteSettings());
const bye = "https://shop.example/bye";
let person: Person;
let hint: string;

beforeEach(async () => {
  person = await Person.signUp(service);
  hint = (await exchange(service, await codeFor(person))).body.id_token;
});

const signOut = (asked: Record<string, string>, who: Person | Service = person) =>
  goTo(who, `/oidc/sign-out?${new URLSearchParams(asked)}`);
const isSignedIn = async () => (await service.get("/v1/session", person)).status === 200;
const broken = (token: string) => token.replace(/\.[^.]*$/, ".AAAA");

describe("RP-initiated logout", () => {
  it("oidcc-rp-initiated-logout", async () => {
    const { to } = await signOut({ id_token_hint: hint, post_logout_redirect_uri: bye, state: "s" });
    expect(to.href).toBe(`${bye}?state=s`);
    expect(await isSignedIn()).toBe(false);
  });

  it("oidcc-rp-initiated-logout-no-state", async () => {
    expect((await signOut({ id_token_hint: hint, post_logout_redirect_uri: bye })).to.href).toBe(bye);
  });

  it("oidcc-rp-initiated-logout-no-post-logout-redirect-uri, -only-state, -no-params: no way back, and asked first without a hint", async () => {
    expect((await signOut({ state: "s" })).to.href).toBe(`${service.origin}/sign-out`);
    expect((await signOut({})).to.href).toBe(`${service.origin}/sign-out`);
    expect(await isSignedIn()).toBe(true);
    expect((await signOut({ id_token_hint: hint, state: "s" })).to.href).toBe(`${service.origin}/`);
    expect(await isSignedIn()).toBe(false);
  });

  it("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri, -query-added-to-post-logout-redirect-uri", async () => {
    for (const wrong of ["https://evil.example/", `${bye}?foo=bar`, `${bye}/`, "//evil.example"]) {
      const { to } = await signOut({ id_token_hint: hint, post_logout_redirect_uri: wrong, state: "s" });
      expect(to.href).toBe(`${service.origin}/`);
    }
  });

  it("oidcc-rp-initiated-logout-bad-id-token-hint, -modified-id-token-hint, -no-id-token-hint: the person is asked, and then comes back", async () => {
    const parameters = { client_id: "shop", post_logout_redirect_uri: bye, state: "s" };
    const hints: Record<string, string>[] = [{ id_token_hint: "x" }, { id_token_hint: broken(hint) }, {}];
    for (const wrong of hints) {
      const { to } = await signOut({ ...parameters, ...wrong });
      expect([to.pathname, await isSignedIn()]).toEqual(["/sign-out", true]);
      const next = to.searchParams.get("next") ?? "";
      expect(next).toMatch(/^\/oidc\/sign-out\?/);
      // What the page of ours opens once it has signed the person out.
      expect((await goTo(service, next)).to.href).toBe(`${bye}?state=s`);
    }
  });

  it("refuses a client_id that the hint is not for, and anything that is there twice", async () => {
    const answers: TestAnswer[] = [];
    for (const query of [
      `id_token_hint=${hint}&client_id=bank`,
      `id_token_hint=${hint}&post_logout_redirect_uri=${bye}&post_logout_redirect_uri=${bye}`,
    ]) {
      answers.push(await service.get(`/oidc/sign-out?${query}`, { headers: { "Latchkey-Session": "" } }));
    }
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(answers[0]?.body.fields[0].path).toBe("client_id");
    expect(await isSignedIn()).toBe(true);
  });

  it("may be posted, which leads to a GET, as another site's form brings no cookie", async () => {
    const posted = await service.post("/oidc/sign-out", `id_token_hint=${hint}&post_logout_redirect_uri=${bye}`, {
      headers: {
        "Latchkey-Session": "",
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: "https://shop.example",
      },
    });
    expect(posted.status).toBe(303);
    expect((await goTo(person, posted.headers.get("Location") ?? "")).to.href).toBe(bye);
    expect(await isSignedIn()).toBe(false);
  });

  it("takes no token of another kind for a hint", async () => {
    const audiences = new Service({ ...(await siteSettings()), TOKEN_AUDIENCES: "orders" });
    const { body } = await audiences.post("/v1/token", { aud: "orders" }, person);
    const { to } = await signOut({ id_token_hint: body.token });
    expect([to.pathname, await isSignedIn()]).toEqual(["/sign-out", true]);
  });
});
