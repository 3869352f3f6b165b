import { describe, expect, it } from "vitest";
import { carriageOf, serviceOf } from "../../../../worker/pages/elements/rules.ts";

describe("the service of an element", () => {
  const script = "https://security.example.com/elements.js";

  it.each([
    [null, "https://security.example.com"],
    ["", "https://security.example.com"],
    ["https://other.example.com", "https://other.example.com"],
    ["https://other.example.com/sign-in?a=b", "https://other.example.com"],
    ["/", "https://shop.example"],
    ["https://", "https://security.example.com"],
  ])("is, with the attribute %j, %s", (attribute, service) => {
    expect(serviceOf(attribute, "https://shop.example/cart/", script)).toBe(service);
  });
});

describe("how a session is carried", () => {
  it.each([
    ["cookie", "page", "cookie"],
    ["cookie", "tab", "cookie"],
    ["anything", "tab", "cookie"],
    ["bearer", "page", "bearer"],
    ["bearer", "anything", "bearer"],
    ["bearer", "tab", "bearer-in-tab"],
  ])("follows session=%s and keep=%s", (session, keep, carriage) => {
    expect(carriageOf(session, keep)).toBe(carriage);
  });
});
