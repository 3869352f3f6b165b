import { expect, it } from "vitest";
import { isLoopback } from "../../shared/loopback.ts";

it.each([
  ["localhost", true],
  ["latchkey.localhost", true],
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["[::1]", true],
  ["localhost.example.com", false],
  ["mylocalhost", false],
  ["127.0.0.1.example.com", false],
  ["192.168.1.5", false],
  ["[::2]", false],
  ["", false],
])("%s is this machine: %s", (hostname, is) => expect(isLoopback(hostname)).toBe(is));
