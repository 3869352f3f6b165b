import { describe, expect, it } from "vitest";
import { siteNetwork, subscriberNetwork } from "../../../worker/throttle/network.ts";

describe("the network of an address", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::FFFF:c000:0207", "192.0.2.7"],
    ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
  ])("of %s is %s", (ip, network) => {
    expect(subscriberNetwork(ip)).toBe(network);
  });

  it.each([
    "",
    "192.0.2",
    "192.0.2.256",
    "192.0.2.07",
    "1:2:3",
    "::1::",
    "2001:db8:::1",
    "1:2:3:4:5:6:7:8:9",
    "unknown",
    "g::1",
    "127.0.0.1",
    "::ffff:127.0.0.1",
    "::1",
  ])("of %j there is none", (ip) => {
    expect(subscriberNetwork(ip)).toBeNull();
  });
});

describe("the /48 of an address", () => {
  it.each([
    ["2001:db8:1:2::1", "2001:db8:1::/48"],
    ["2001:0DB8:0001:ffff:ffff:ffff:ffff:ffff", "2001:db8:1::/48"],
    ["2001:db8:2::1", "2001:db8:2::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
  ])("of %s is %s", (ip, site) => {
    expect(siteNetwork(ip)).toBe(site);
  });

  it.each(["192.0.2.7", "::ffff:192.0.2.7", "::1", "unknown", ""])("of %j there is none", (ip) => {
    expect(siteNetwork(ip)).toBeNull();
  });
});
