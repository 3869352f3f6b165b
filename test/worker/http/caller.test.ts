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

it("says nothing where nothing is known, and keeps no endless name of a browser", () => {
  expect(callerFrom({ "User-Agent": "x".repeat(9000) })).toEqual({
    ip: "",
    userAgent: "x".repeat(256),
    place: null,
  });
});
