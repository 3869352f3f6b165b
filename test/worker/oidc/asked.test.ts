import { beforeAll, describe, expect, it } from "vitest";
import { serverCalled } from "../../support/check-token.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { authorizeAs, exchange, goTo, type Parameters, siteSettings } from "../../support/site.ts";

const settings = await siteSettings();
const service = new Service(settings);
let withPassword: Person;
let withApp: Person;

beforeAll(async () => {
  withPassword = await Person.signUp(service);
  withApp = await Person.signUp(service);
  await withApp.turnOnApp();
});

/** Somebody without two-factor who has just signed in. */
async function signedIn(): Promise<Person> {
  withPassword.token = (await withPassword.startSignIn()).body.session.token;
  return withPassword;
}

/** The request that a page of ours comes back to. */
const wayBack = ({ to }: { to: URL }) => to.searchParams.get("next") ?? "";

async function claimsOf(code: string | undefined) {
  const { body } = await exchange(service, code ?? "");
  return serverCalled("shop", service)(body.id_token);
}

describe("prompt=none", () => {
  it("never shows a page: login_required, or a code", async () => {
    const person = await signedIn();
    expect((await authorizeAs(service, { prompt: "none" })).answer).toEqual({
      error: "login_required",
      error_description: "Nobody is signed in.",
      state: "the state",
      iss: service.origin,
    });
    const before = (await service.get("/v1/account/activity", person)).body.events.length;
    expect((await authorizeAs(person, { prompt: "none" })).answer.code).toBeDefined();
    expect((await service.get("/v1/account/activity", person)).body.events).toHaveLength(before);
    service.pass(100);
    const old = await authorizeAs(person, { prompt: "none", max_age: "60" });
    expect(old.answer.error).toBe("login_required");
  });
});

describe("a site that wants a fresh proof", () => {
  it.each<Parameters>([
    { max_age: "0" },
    { prompt: "login" },
    { prompt: "select_account" },
    { max_age: "60", prompt: "login" },
  ])("has the second step asked for by %j, once, and learns when it was given", async (wish) => {
    const person = withApp;
    service.pass(1000);
    const asked = await authorizeAs(person, wish);
    expect(asked.to.pathname).toBe("/confirm");
    service.pass(40);
    expect((await goTo(person, wayBack(asked))).to.pathname, "without a proof it is asked again").toBe("/confirm");
    await person.stepUp();
    const { answer } = await goTo(person, wayBack(asked));
    const claims = await claimsOf(answer.code);
    expect(claims).toMatchObject({ amr: ["pwd", "otp"], acr: "aal2", nonce: "the nonce" });
    expect((claims.iat ?? 0) - Number(claims.auth_time)).toBeLessThanOrEqual(1);
    service.pass(90);
    expect((await goTo(person, wayBack(asked))).to.pathname, "an hour later it is a new question").toBe("/confirm");
  });

  it("is content with a proof of within max_age", async () => {
    const person = await signedIn();
    service.pass(100);
    expect((await authorizeAs(person, { max_age: "200" })).answer.code).toBeDefined();
    expect((await authorizeAs(person, { max_age: "50" })).to.pathname).toBe("/confirm");
  });

  it("gets the second step of somebody whose browser skips it", async () => {
    const person = withApp;
    const browser = await person.rememberBrowser();
    service.pass(1000);
    const { body } = await person.startSignIn(undefined, browser);
    expect(body.status).toBe("complete");
    person.token = body.session.token;
    expect((await authorizeAs(person)).answer.code, "which is fine where no proof is wanted").toBeDefined();
    const asked = await authorizeAs(person, { max_age: "600" });
    expect(asked.to.pathname).toBe("/confirm");
    await person.stepUp();
    expect(await claimsOf((await goTo(person, wayBack(asked))).answer.code)).toMatchObject({ acr: "aal2" });
  });

  it("is asked by a mark that is good for that one request, and was made here", async () => {
    const person = await signedIn();
    service.pass(1000);
    const asked = await authorizeAs(person, { prompt: "login" });
    const mark = new URL(wayBack(asked), service.origin).searchParams.get("asked") ?? "";
    await person.stepUpByPassword();
    expect((await authorizeAs(person, { prompt: "login", asked: mark })).answer.code).toBeDefined();
    expect((await authorizeAs(person, { prompt: "login", asked: mark, nonce: "other" })).to.pathname).toBe("/confirm");
    const [, made = "", ...rest] = mark.split(".");
    const earlier = ["", (Number.parseInt(made, 36) - 500_000).toString(36), ...rest].join(".");
    for (const forged of ["", "x", earlier, `${mark}x`]) {
      expect((await authorizeAs(person, { prompt: "login", asked: forged })).to.pathname).toBe("/confirm");
    }
  });

  it("gets a code for whoever signs in instead", async () => {
    const person = await signedIn();
    service.pass(1000);
    const asked = await authorizeAs(person, { prompt: "select_account" });
    await withApp.stepUp();
    expect(await claimsOf((await goTo(withApp, wayBack(asked))).answer.code)).toMatchObject({
      sub: withApp.accountId,
    });
  });
});
