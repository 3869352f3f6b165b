import { expect, it } from "vitest";
import { LatchkeyError, orThrow } from "../../../shared/client/error.ts";
import { fail, ok } from "../../../shared/outcome.ts";

it("gives the value, or throws all that the answer said", async () => {
  expect(await orThrow(Promise.resolve(ok(7)))).toBe(7);
  const details = { detail: "Two tries left.", attemptsLeft: 2, requestId: "r1" };
  const error = await orThrow(Promise.resolve(fail("wrong_code", details))).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LatchkeyError);
  expect(error).toMatchObject({
    code: "wrong_code",
    status: 401,
    message: "Two tries left.",
    attemptsLeft: 2,
    details,
  });
  const away = await orThrow(Promise.resolve(fail("offline"))).catch((thrown: unknown) => thrown);
  expect(away).toMatchObject({ code: "offline", status: 0, message: "offline" });
});
