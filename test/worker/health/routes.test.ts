import { SELF } from "cloudflare:test";
import { expect, it } from "vitest";
import { version } from "../../../package.json";

it("GET /health answers after touching the database", async () => {
  const response = await SELF.fetch("http://localhost:8787/health");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", version });
});
