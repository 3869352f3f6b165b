import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const addresses = {
  TERMS_URL: "https://example.com/terms",
  PRIVACY_URL: "https://example.com/privacy",
  EXTENSION_URL: "https://example.com/install",
};
const asAnswered = {
  termsUrl: addresses.TERMS_URL,
  privacyUrl: addresses.PRIVACY_URL,
  extensionUrl: addresses.EXTENSION_URL,
};

describe("The public settings", () => {
  it("are said to anyone, and leave out an address that is not set or empty", async () => {
    const plain = await new Service({ TERMS_URL: "", ALLOWED_EXTENSIONS: "" }).get("/v1/public-settings");
    expect(plain.status).toBe(200);
    expect(plain.body).toEqual({ passwordMinimum: 8, deletionDays: 7, extensionIds: [] });

    const set = await new Service({
      ...addresses,
      PASSWORD_MINIMUM: "15",
      DELETION_DAYS: "0",
      ALLOWED_EXTENSIONS: "abc",
    }).get("/v1/public-settings");
    expect(set.body).toEqual({ passwordMinimum: 15, deletionDays: 0, ...asAnswered, extensionIds: ["abc"] });
  });

  it("may be kept by a browser for five minutes", async () => {
    const { headers } = await new Service().get("/v1/public-settings");
    expect(headers.get("Cache-Control")).toBe("public, max-age=300");
  });

  it("come with the account, so that its pages ask once", async () => {
    const person = await Person.signUp(
      new Service({ ...addresses, PASSWORD_MINIMUM: "12", ALLOWED_EXTENSIONS: "abc" }),
    );
    const { settings } = (await person.account()).body;
    expect(settings).toEqual({ passwordMinimum: 12, deletionDays: 7, ...asAnswered, extensionIds: ["abc"] });
  });
});
