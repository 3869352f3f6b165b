import { beforeAll, describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { signInBySecret, suiteClient, tokensFor } from "../../support/relying-party.ts";
import { Service } from "../../support/service.ts";
import { authorizeAs, goTo, type Parameters, siteSettings } from "../../support/site.ts";

const service = new Service(await siteSettings());
let person: Person;

beforeAll(async () => {
  person = await Person.signUp(service);
});

const answerTo = async (changed: Parameters, who: Person | Service = person) =>
  (await authorizeAs(who, { ...suiteClient, ...changed })).answer;
const wayBack = ({ to }: { to: URL }) => to.searchParams.get("next") ?? "";

describe("a level that a site asks for", () => {
  const essential = (values: string[]) => JSON.stringify({ id_token: { acr: { essential: true, values } } });

  it("is refused where the account has nothing for it (RFC 9470 5)", async () => {
    for (const changed of [{ acr_values: "aal2" }, { claims: essential(["aal2"]) }, { claims: essential(["gold"]) }]) {
      expect((await answerTo(changed)).error).toBe("unmet_authentication_requirements");
    }
    expect((await answerTo({ claims: essential(["gold", "aal1"]) })).code).toBeDefined();
  });

  it("is asked for where the account has a method for it, and told", async () => {
    const withApp = await Person.signUp(service);
    await withApp.turnOnApp();
    withApp.service.pass(60);
    const { body } = await withApp.startSignIn(undefined, await withApp.rememberBrowser());
    withApp.token = body.session.token;
    const asked = await authorizeAs(withApp, { ...suiteClient, acr_values: "aal2" });
    expect(asked.to.pathname).toBe("/confirm");
    expect((await answerTo({ acr_values: "aal2", prompt: "none" }, withApp)).error).toBe(
      "unmet_authentication_requirements",
    );
    await withApp.stepUp();
    const { claims } = await tokensFor(withApp, (await goTo(withApp, wayBack(asked))).answer.code ?? "");
    expect(claims.acr).toBe("aal2");
    const lower = await signInBySecret(withApp, { claims: essential(["aal1"]) });
    expect(lower.claims.acr).toBe("aal1");
  });
});
