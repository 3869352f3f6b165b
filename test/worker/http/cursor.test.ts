import { describe, expect, it } from "vitest";
import { formatCursor, parseCursor, parseNumberedCursor } from "../../../worker/http/cursor.ts";

describe("a cursor", () => {
  it("comes back as what it stands for", () => {
    const end = { at: 1_764_032_536_000, seq: 9_007_199_254 };
    expect(parseNumberedCursor(formatCursor(end))).toEqual(end);
    const endById = { at: 1_764_032_536_000, id: "q0Z_x-9" };
    expect(parseCursor(formatCursor(endById))).toEqual(endById);
  });

  it("by an id stands for no place in a numbered list", () => {
    expect(parseNumberedCursor(formatCursor({ at: 1, id: "q0Z_x-9" }))).toBeNull();
  });

  it.each(["", "x", "1.", ".1", "A.1", "1.1.1", "1.'1", `${"z".repeat(12)}.1`])("is not %j", (text) =>
    expect(parseNumberedCursor(text)).toBeNull(),
  );
});
