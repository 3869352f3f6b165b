import { parseAddress } from "../../../shared/parse-address.ts";
import type { Carriage } from "./session-of-page.ts";

/** The origin that an attribute names, which may be an address; without one, that of the script. */
export function serviceOf(attribute: string | null, page: string, script: string): string {
  const named = attribute ? parseAddress(attribute, page) : null;
  return (named ?? new URL(script)).origin;
}

/** How the attributes `session` and `keep` have the session carried; by cookie where they say nothing known. */
export function carriageOf(session: string, keep: string): Carriage {
  if (session !== "bearer") return "cookie";
  return keep === "tab" ? "bearer-in-tab" : "bearer";
}
