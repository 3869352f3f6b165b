import { expect, it } from "vitest";
import { codesForSetUp } from "../../../extension/security/codes-for-set-up.ts";

// The secret and two of the times of RFC 6238, appendix B.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const enrolment = { id: "m", secret, qr: "", expiresAt: "2026-11-24T16:00:00.000Z" };

it("are of the step before and of this moment", () => {
  const uri = `otpauth://totp/Latchkey:ana@example.com?secret=${secret}&issuer=Latchkey`;
  expect(codesForSetUp({ ...enrolment, uri }, 1_111_111_111_000)).toEqual({ before: "081804", now: "050471" });
});

it.each(["", "https://example.com", `otpauth://hotp/a?secret=${secret}&counter=1`])("there are none of %j", (uri) => {
  expect(codesForSetUp({ ...enrolment, uri }, 0)).toBeNull();
});
