import { expect, it } from "vitest";
import { freshSeconds, whatIsMissing } from "./proof.ts";

const now = 1_800_000_000_000;
const ago = (seconds: number) => now / 1000 - seconds;

it("takes a second step of the last ten minutes, and says what is missing of it", () => {
  expect(whatIsMissing({ auth_time: ago(0), amr: ["pwd", "otp"] }, now)).toBeNull();
  expect(whatIsMissing({ auth_time: ago(freshSeconds), amr: ["email"] }, now)).toBeNull();
  expect(whatIsMissing({ auth_time: ago(freshSeconds + 1), amr: ["pwd", "otp"] }, now)).toBe("fresh_code");
  expect(whatIsMissing({ auth_time: ago(0), amr: ["pwd"] }, now)).toBe("second_step");
  expect(whatIsMissing({ auth_time: ago(0), amr: [] }, now)).toBe("second_step");
});
