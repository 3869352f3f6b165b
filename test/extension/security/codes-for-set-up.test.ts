import { expect, it } from "vitest";
import { codesForSetUp } from "../../../extension/security/codes-for-set-up.ts";
import { parseOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";

it("are of the step before and of this moment", () => {
  // The secret and two of the times of RFC 6238, appendix B.
  const key = parseOtpauthUri("otpauth://totp/Latchkey:ana@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  if (!key.ok || key.value.type !== "totp") throw new Error("the key of the RFC is none");
  expect(codesForSetUp(key.value, 1_111_111_111_000)).toEqual({ before: "081804", now: "050471" });
});
