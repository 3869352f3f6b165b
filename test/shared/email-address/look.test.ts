import { describe, expect, it } from "vitest";
import { looksLikeAddress } from "../../../shared/email-address/look.ts";
import { readAddress } from "../../../shared/email-address/read.ts";
import { readText } from "../../support/source-file.ts";

const cases: { same?: string[] }[] = JSON.parse(readText("test/data/addresses.json"));

describe("looksLikeAddress", () => {
  it.each(cases.flatMap(({ same }) => same ?? []).filter((typed) => !("fault" in readAddress(typed))))(
    "lets %j through, which the service accepts",
    (typed) => {
      expect(looksLikeAddress(typed)).toBe(true);
    },
  );

  it.each(["", "ana", "ana@", "@example.com", "ana@example", "ana@b@example.com", "ana@example.", "a b"])(
    "says that %j is none",
    (typed) => {
      expect(looksLikeAddress(typed)).toBe(false);
    },
  );
});
