import { describe, expect, it } from "vitest";
import { isComplete } from "../../../shared/ui/code-digits.ts";

describe("isComplete", () => {
  it("asks for six digits", () => {
    expect(isComplete("12345")).toBe(false);
    expect(isComplete("123456")).toBe(true);
  });
});
