import type { ActivityFilter } from "../../shared/contract/activity.ts";
import type { EventType } from "../../shared/contract/event-types.ts";
import { browserName } from "../http/browser-name.ts";

/** Events on one page of activity. */
export const pageSize = 50;

/** How long events are kept. */
export const keptDays = 365;

/** Events after which somebody is signed in: from such a browser the account has been used. */
export const signedInTypes: readonly EventType[] = ["account_created", "sign_in"];

/** A browser's name as one key, the same through its updates. */
export function browserKey(userAgent: string): string {
  const { browser, system } = browserName(userAgent);
  return `${browser ?? "?"} ${system ?? "?"}`;
}

/** The network that an address is of: what a line keeps while its last part changes (IPv4 by /24, IPv6 by /48). */
export function networkOf(ip: string): string {
  if (!ip.includes(":")) return ip.split(".").slice(0, 3).join(".");
  const [head = "", tail] = ip.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  return [...first, ...zeros, ...last]
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** What a person asks for as the store takes it: from `since` on and before `until`, in milliseconds; all where they say nothing. */
export function eventFilterOf({ type, since, until }: ActivityFilter): {
  type?: EventType;
  since: number;
  until: number;
} {
  return {
    ...(type && { type }),
    since: since === undefined ? 0 : Date.parse(since),
    until: until === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(until),
  };
}
