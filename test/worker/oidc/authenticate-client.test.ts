import { base64url } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { clientSecret, codeFor, exchange, siteSettings } from "../../support/site.ts";

const settings = await siteSettings();
const bank = { client_id: "bank", redirect_uri: "https://bank.example/in" };
const basic = (id: string, secret: string) => ({
  Authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`,
});

const service = new Service(settings);
let person: Person;

beforeAll(async () => {
  person = await Person.signUp(service);
});

describe("a site with a secret", () => {
  it.each(["with+plus/slash=", "with%percent%2B", "with:colon", "spaces and ñ"])(
    "shows %j in the header, encoded as RFC 6749 has it or as it is",
    async (secret) => {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret)));
      const [shop, other] = JSON.parse(settings.OIDC_CLIENTS ?? "");
      const clients = [shop, { ...other, secretHash: base64url.encode(digest) }];
      const own = new Service({ OIDC_CLIENTS: JSON.stringify(clients) });
      const latin1 = [...secret].every((letter) => letter.charCodeAt(0) < 128);
      const headers = [
        basic("bank", secret),
        ...(latin1 ? [{ Authorization: `Basic ${btoa(`bank:${secret}`)}` }] : []),
      ];
      for (const header of headers) {
        const code = await codeFor(person, bank);
        expect((await exchange(own, code, { ...bank, client_id: undefined }, header)).status).toBe(200);
      }
    },
  );

  it("shows it in the header or in the form", async () => {
    const inForm = await exchange(service, await codeFor(person, bank), {
      ...bank,
      client_secret: clientSecret,
    });
    expect(inForm.status).toBe(200);
    const inHeader = await exchange(
      service,
      await codeFor(person, bank),
      { ...bank, client_id: undefined },
      basic("bank", clientSecret),
    );
    expect(inHeader.status).toBe(200);
  });

  it.each<[string, Record<string, string | undefined>, Record<string, string>]>([
    ["none", {}, {}],
    ["a wrong one", { client_secret: "guess" }, {}],
    ["an empty one", { client_secret: "" }, {}],
    ["the hash of it", { client_secret: JSON.parse(settings.OIDC_CLIENTS ?? "")[1].secretHash }, {}],
    ["a wrong one in the header", { client_id: undefined }, basic("bank", "guess")],
    ["a header that is none", { client_id: undefined }, { Authorization: "Basic %%%" }],
    ["a token in the header", { client_id: undefined }, { Authorization: `Bearer ${clientSecret}` }],
    ["another client's name", { client_id: "nobody", client_secret: clientSecret }, {}],
  ])("is refused with %s, and the code stays good", async (_, changed, headers) => {
    const code = await codeFor(person, bank);
    const refused = await exchange(service, code, { ...bank, ...changed }, headers);
    expect([refused.status, refused.body.error]).toEqual([401, "invalid_client"]);
    const challenge = "Authorization" in headers ? 'Basic realm="Latchkey"' : null;
    expect(refused.headers.get("WWW-Authenticate")).toBe(challenge);
    expect((await exchange(service, code, { ...bank, client_secret: clientSecret })).status).toBe(200);
  });

  it("is told what is wrong with a form", async () => {
    const why = async (changed: Record<string, string | undefined>) => {
      const { body } = await exchange(service, "x", changed);
      return [body.error, body.error_description];
    };
    expect((await why({ grant_type: "password" }))[0]).toBe("unsupported_grant_type");
    expect(await why({ grant_type: undefined })).toEqual(["invalid_request", "grant_type is missing."]);
    expect(await why({ code_verifier: "short" })).toEqual(["invalid_request", "code_verifier is malformed."]);
    expect(await why({ code: undefined })).toEqual(["invalid_request", "code is missing."]);
    expect((await why({}))[0]).toBe("invalid_grant");
    expect((await service.post("/oidc/token", { client_id: "shop" }, { headers: {} })).body.error).toBe(
      "invalid_request",
    );
    const twice = "grant_type=authorization_code&client_id=shop&client_id=shop";
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await service.post("/oidc/token", twice, { headers })).body.error).toBe("invalid_request");
  });
});
