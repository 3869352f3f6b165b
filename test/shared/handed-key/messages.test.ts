import { expect, it } from "vitest";
import { readPageAsk, stillThere } from "../../../shared/handed-key/messages.ts";

const uri = "otpauth://totp/Latchkey:ana?secret=JBSWY3DPEHPK3PXP";

it.each([
  { ask: "are_you_there" },
  { ask: "keep_key", methodId: "6f1c9a52-2a5e-4d0e-9f0a-3c6f0d3c1a11", uri },
  { ask: "drop_key", ticket: "6f1c9a52-2a5e-4d0e-9f0a-3c6f0d3c1a11" },
])("reads $ask, and nothing that was added to it", (ask) => {
  expect(readPageAsk({ ...ask, entries: true })).toEqual(ask);
});

it.each([
  null,
  stillThere,
  {},
  { ask: "list" },
  { ask: "codes_of", service: "GitHub" },
  { ask: "keep_key", uri },
  { ask: "keep_key", methodId: "m", uri: `${uri}&issuer=${"a".repeat(2000)}` },
  { ask: "keep_key", methodId: "m".repeat(65), uri },
  { ask: "keep_key", methodId: ["m"], uri: [uri] },
  { ask: "drop_key", ticket: "*" },
  { ask: "toString" },
])("takes %j for no ask", (message) => {
  expect(readPageAsk(message)).toBeNull();
});
