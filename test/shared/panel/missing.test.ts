import { describe, expect, it } from "vitest";
import { firstMissing } from "../../../shared/panel/missing.ts";

describe("firstMissing", () => {
  it("names the first field that is not filled in", () => {
    expect(firstMissing({ email: false, password: false })).toEqual({ field: "email" });
    expect(firstMissing({ email: true, password: false })).toEqual({ field: "password" });
    expect(firstMissing({ email: true, password: true })).toBeNull();
  });
});
