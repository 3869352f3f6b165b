import { describe, expect, it } from "vitest";
import { browserKey, networkOf } from "../../../worker/activity/rules.ts";

describe("a network", () => {
  it.each([
    ["192.0.2.7", "192.0.2.200", true],
    ["192.0.2.7", "192.0.3.7", false],
    ["2001:db8:1:2::7", "2001:DB8:0001:99:1:2:3:4", true],
    ["2001:db8:1::7", "2001:db8:2::7", false],
    ["::1", "0:0:0:0:0:0:0:1", true],
    ["", "192.0.2.7", false],
  ])("%s and %s are of one: %s", (one, other, same) => {
    expect(networkOf(one) === networkOf(other)).toBe(same);
  });
});

it("a browser's key stays the same through its updates", () => {
  const firefox = (version: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Firefox/${version}.0`;
  expect(browserKey(firefox(145))).toBe(browserKey(firefox(146)));
  expect(browserKey(firefox(145))).not.toBe(browserKey("curl/8"));
});
