import { expect, it } from "vitest";
import { Service } from "../support/service.ts";

it("says the time of the service with each answer, to other origins of the allow-list too", async () => {
  const service = new Service({ ALLOWED_ORIGINS: "https://app.example.com" });
  const { headers } = await service.get("/v1/session", { headers: { Origin: "https://app.example.com" } });
  expect(Math.abs(Date.parse(headers.get("Date") ?? "") - service.now)).toBeLessThan(2000);
  expect(headers.get("Access-Control-Expose-Headers")).toContain("Date");
});
