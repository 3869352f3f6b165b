import { expect, it } from "vitest";
import { runMailLoad } from "../bench/mail/run.ts";

it("answers more sign-ups than the mail provider takes with 202, and loses and doubles no mail", async () => {
  const report = await runMailLoad({ signUps: 24, seconds: 1, perSecond: 4 });
  expect(report).toMatchObject({ statuses: { 202: 24 }, mails: { 1: 24 }, verified: 24 });
  expect(report.refused).toBeGreaterThan(0);
}, 180_000);
