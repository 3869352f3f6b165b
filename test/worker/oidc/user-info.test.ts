import { beforeAll, describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { signInBySecret } from "../../support/relying-party.ts";
import { Service } from "../../support/service.ts";
import { siteSettings } from "../../support/site.ts";

const service = new Service(await siteSettings());
let person: Person;

beforeAll(async () => {
  person = await Person.signUp(service);
});

const form = { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" };

describe("userinfo", () => {
  it.each([
    ["no token", {}, "", [401, 'Bearer realm="Latchkey"']],
    ["an unknown one", { Authorization: "Bearer x" }, "", [401, /error="invalid_token"/]],
    ["a malformed one", { Authorization: "Bearer a b" }, "", [401, /error="invalid_token"/]],
    ["two of them", { Authorization: "Bearer x" }, "access_token=x", [400, null]],
  ] as const)("says by RFC 6750 3.1 what is wrong with %s", async (_, headers, body, [status, challenge]) => {
    const answer = await service.post("/oidc/userinfo", body, { headers: { ...form, ...headers } });
    expect(answer.status).toBe(status);
    const said = answer.headers.get("WWW-Authenticate");
    if (challenge instanceof RegExp) expect(said).toMatch(challenge);
    else expect(said).toBe(challenge);
  });

  it("takes no token from its address", async () => {
    const { access_token } = await signInBySecret(person);
    const { status } = await service.get(`/oidc/userinfo?access_token=${access_token}`, {
      headers: { "Latchkey-Session": "" },
    });
    expect(status).toBe(400);
  });
});
