import { expect, it } from "vitest";
import { groupedKey } from "../../../../shared/panel/totp/key-text.ts";

it("writes a key in groups of four", () => {
  expect(groupedKey("JBSWY3DPEHPK3PXP")).toBe("JBSW Y3DP EHPK 3PXP");
  expect(groupedKey("JBSWY3")).toBe("JBSW Y3");
  expect(groupedKey("")).toBe("");
});
