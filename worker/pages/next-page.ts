import { parseAddress } from "../../shared/parse-address.ts";

const afterSignIn = "/profile";

/** Where to go after signing in: the page in `?next=`, if it is one of this site; else the profile. */
export function nextPage(address: URL): string {
  const wanted = address.searchParams.get("next") ?? afterSignIn;
  // By the URL parser and not by the look of it: `//elsewhere`, `/\elsewhere` and tabs all lead away.
  const target = parseAddress(wanted, address.origin);
  return wanted.startsWith("/") && target?.origin === address.origin ? target.pathname + target.search : afterSignIn;
}

/** The sign-in page, which comes back to `path`. */
export function signInAddress(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`;
}
