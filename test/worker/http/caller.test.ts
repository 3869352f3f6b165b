import { expect, it } from "vitest";
import { callerOf } from "../../../worker/http/caller.ts";

function callerFrom(headers: Record<string, string>, cf?: { city: string; country: string }) {
  const init: RequestInit & { cf?: object } = { headers, cf };
  return callerOf(new Request("http://localhost/", init));
}

it("believes the platform's address and place alone", () => {
  const headers = { "CF-Connecting-IP": "192.0.2.7", "X-Forwarded-For": "203.0.113.1", "User-Agent": "Browser/1" };
  const caller = { ip: "192.0.2.7", userAgent: "Browser/1", place: "Valencia, ES" };
  expect(callerFrom(headers, { city: "Valencia", country: "ES" })).toEqual(caller);
});

it.each([
  "127.0.0.1",
  "127.8.8.8",
  "::1",
  "::ffff:127.0.0.1",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.1",
  "192.168.1.20",
  "169.254.0.1",
  "fe80::1",
  "fd12:3456::1",
])("says no place of %s, which is on a local machine or network", (ip) => {
  expect(callerFrom({ "CF-Connecting-IP": ip }, { city: "Austin", country: "US" })).toMatchObject({ ip, place: null });
});

it("says no place of a request without an address, as on a local machine", () => {
  expect(callerFrom({}, { city: "Austin", country: "US" }).place).toBeNull();
});

it.each(["172.15.0.1", "172.32.0.1", "11.0.0.1", "2001:db8::1", "fe00::1"])("says the place of %s", (ip) => {
  expect(callerFrom({ "CF-Connecting-IP": ip }, { city: "Austin", country: "US" }).place).toBe("Austin, US");
});

it("says nothing where nothing is known, and keeps no endless name of a browser", () => {
  expect(callerFrom({ "User-Agent": "x".repeat(9000) })).toEqual({
    ip: "",
    userAgent: "x".repeat(256),
    place: null,
  });
});
