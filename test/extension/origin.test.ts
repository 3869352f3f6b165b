import { expect, it } from "vitest";
import { originOf } from "../../extension/origin.ts";

it.each([
  ["https://security.example.com", "https://security.example.com"],
  [" security.example.com/sign-in ", "https://security.example.com"],
  ["http://localhost:8787", "http://localhost:8787"],
  ["http://security.example.com", undefined],
  ["not an address", undefined],
  ["https://ana:secret@example.com", undefined],
  ["javascript:alert(1)", undefined],
  ["ftp://example.com", undefined],
  ["", undefined],
])("reads %j as %s", (typed, origin) => {
  expect(originOf(typed)).toBe(origin);
});
