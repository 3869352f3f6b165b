import { beforeAll, describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { authorizeAs, clientSecret, codeFor, exchange, type Parameters, siteSettings } from "../../support/site.ts";

const service = new Service(await siteSettings());
let person: Person;

beforeAll(async () => {
  person = await Person.signUp(service);
});

describe("PKCE", () => {
  const bank = { client_id: "bank", redirect_uri: "https://bank.example/in" };
  const none = { code_challenge: undefined, code_challenge_method: undefined };
  const secret = { ...bank, client_secret: clientSecret };

  it("is required of a client without a secret, and the error says so", async () => {
    const { answer } = await authorizeAs(person, none);
    expect(answer).toMatchObject({
      error: "invalid_request",
      error_description: "code_challenge is missing: this client has to use PKCE (RFC 7636).",
    });
  });

  it("is optional with a secret, and a verifier without a challenge is refused", async () => {
    const code = await codeFor(person, { ...bank, ...none });
    const refused = await exchange(service, code, secret);
    expect(refused.body).toEqual({
      error: "invalid_grant",
      error_description: "There is a code_verifier, but the code was asked for without PKCE.",
    });
    expect((await exchange(service, code, { ...secret, code_verifier: undefined })).status).toBe(200);
  });

  it("that was sent is checked all the same", async () => {
    const code = await codeFor(person, bank);
    const refused = await exchange(service, code, { ...secret, code_verifier: undefined });
    expect(refused.body).toEqual({ error: "invalid_grant", error_description: "code_verifier is missing." });
    expect((await exchange(service, code, { ...secret, code_verifier: "w".repeat(43) })).body.error).toBe(
      "invalid_grant",
    );
    expect((await exchange(service, code, secret)).status).toBe(200);
  });

  it.each<Parameters>([
    { code_challenge: undefined },
    { code_challenge_method: undefined },
    { code_challenge_method: "plain" },
    { code_challenge: "short" },
    { code_challenge: "" },
  ])("by halves is refused: %j", async (half) => {
    expect((await authorizeAs(person, { ...bank, ...half })).answer.error).toBe("invalid_request");
  });
});
