import { decodePunycode } from "./punycode.ts";

/** What would end or change a host in a URL before UTS 46 sees it. */
const noHost = /[\s\p{Cc}%/?#:@\\[\]<>^|"`{}]/u;

/** Letters, digits and inner hyphens, 63 at most (RFC 1035, section 2.3.4). */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const longestDomain = 253;

/**
 * A domain to which mail can be sent, in ASCII by UTS 46: names of at least two labels, no address of a machine, and no
 * dot at the end. Null where it is none.
 */
export function readDomain(typed: string): string | null {
  const host = noHost.test(typed) ? null : hostOf(typed);
  if (host === null || host.length > longestDomain) return null;
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  // A name of digits, or of hexadecimal ones, at the end makes it an IPv4 address (WHATWG URL, section 3.5).
  const isName = labels.length >= 2 && last.length >= 2 && !/^(\d+|0x[0-9a-f]*)$/.test(last);
  return isName && labels.every((each) => label.test(each) && isValid(each)) ? host : null;
}

/** The same domain in Unicode, as people write it. */
export function unicodeDomain(domain: string): string {
  const decode = (each: string) => (each.startsWith("xn--") ? (decodePunycode(each.slice(4)) ?? each) : each);
  return domain.split(".").map(decode).join(".");
}

/** Whether an ASCII label that stands for Unicode is what that becomes; URL takes some labels as they are. */
function isValid(each: string): boolean {
  if (!each.startsWith("xn--")) return true;
  const text = decodePunycode(each.slice(4));
  // A label of its own, so that no other one decides about its direction.
  return text !== null && /\P{ASCII}/u.test(text) && hostOf(`${text}.example`) === `${each}.example`;
}

function hostOf(text: string): string | null {
  try {
    return new URL(`https://${text}`).hostname;
  } catch {
    return null;
  }
}
