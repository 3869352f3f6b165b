import { expect, it } from "vitest";
import { maskEmail } from "../../../worker/email-address/rules.ts";

it.each([
  ["owner1@example.com", "o•••1@example.com"],
  ["owner2@example.com", "o•••2@example.com"],
  ["anna@example.com", "a•••a@example.com"],
  // Of three characters two would be shown, and of two all of it.
  ["ana@example.com", "a•••@example.com"],
  ["a@example.com", "a•••@example.com"],
  ["\u{1f511}key\u{1f511}@example.com", "\u{1f511}•••\u{1f511}@example.com"],
  ['"a@b"@example.com', '"•••"@example.com'],
])("shows of %s as much as tells two of one's own apart", (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});
