import { describe, expect, it } from "vitest";
import { addPasskey } from "../../support/passkey.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { SoftwareAuthenticator } from "../../support/software-authenticator.ts";

describe("GET /.well-known/webauthn", () => {
  it("names the service and the other sites of the list", async () => {
    const service = new Service({ ALLOWED_ORIGINS: "https://shop.example.net" });
    const { headers, body } = await service.get("/.well-known/webauthn");
    expect(headers.get("Content-Type")).toBe("application/json");
    expect(body).toEqual({ origins: ["http://localhost:8787", "https://shop.example.net"] });
  });

  it("is what is accepted, and extensions of the list by their own address", async () => {
    const extension = "nhdlkiopbgkdmfadkmjegnfiooamoccj";
    const firefox = "9a7b6c5d-1e2f-4a3b-8c4d-5e6f7a8b9c0d";
    const service = new Service({
      ORIGIN: "http://id.latchkey.localhost:8787",
      PASSKEY_RP_ID: "latchkey.localhost",
      ALLOWED_ORIGINS: "https://shop.example.net",
      ALLOWED_EXTENSIONS: `${extension} ${firefox}`,
    });
    const person = await Person.signUp(service);
    for (const origin of [
      "http://id.latchkey.localhost:8787",
      "https://shop.example.net",
      `chrome-extension://${extension}`,
      `moz-extension://${firefox}`,
    ]) {
      const added = await addPasskey(person, await SoftwareAuthenticator.make(), { origin });
      expect([origin, added.status, added.body.signal.rpId]).toEqual([origin, 201, "latchkey.localhost"]);
    }
    const below = { origin: "http://x.id.latchkey.localhost:8787" };
    expect((await addPasskey(person, await SoftwareAuthenticator.make(), below)).status).toBe(422);
  });
});
