import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { openFront } from "../../scripts/front.ts";

it("has an address before anything is behind it, and keeps it", async () => {
  const front = await openFront();
  await expect(fetch(front.address)).rejects.toThrow("fetch failed");

  const server = createServer((request, response) => request.pipe(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  front.passTo((server.address() as AddressInfo).port);
  const body = "x".repeat(1_000_000);
  const answers = await Promise.all([1, 2, 3].map(() => fetch(front.address, { method: "POST", body })));
  for (const answer of answers) expect(await answer.text()).toBe(body);

  server.closeAllConnections();
  server.close();
  await expect(fetch(front.address)).rejects.toThrow("fetch failed");
  await front.close();
});

it("shares its address with no other one", async () => {
  const fronts = await Promise.all(Array.from({ length: 20 }, openFront));
  expect(new Set(fronts.map(({ address }) => address)).size).toBe(20);
  await Promise.all(fronts.map((front) => front.close()));
});
