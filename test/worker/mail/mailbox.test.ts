import { SELF } from "cloudflare:test";
import { expect, it } from "vitest";
import { Service } from "../../support/service.ts";

it("GET /mailbox.json shows the newest mail first", async () => {
  const service = new Service();
  const email = `box-${crypto.randomUUID()}@example.com`;
  const { id } = (await service.post("/v1/accounts", { email, password: "a quiet harbour at dawn" })).body.verification;
  service.pass(31);
  await service.post("/v1/accounts/verification", { id });
  const { body } = await service.get("/mailbox.json");
  const mine = body.filter(({ to }: { to: string }) => to === email);
  expect(mine).toHaveLength(2);
  expect(mine[0].at > mine[1].at).toBe(true);
  expect(Object.keys(mine[0]).toSorted()).toEqual(["at", "headers", "html", "id", "subject", "text", "to"]);
});

it("is for this machine's own host names alone", async () => {
  const at = (host: string) => SELF.fetch(`http://${host}/mailbox.json`);
  expect((await at("localhost:8787")).status).toBe(200);
  expect((await at("127.0.0.1:8787")).status).toBe(200);
  for (const host of ["latchkey.workers.dev", "rebound.example"]) expect((await at(host)).status).toBe(404);
});
