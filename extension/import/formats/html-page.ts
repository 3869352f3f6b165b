import { otpLimits } from "../../../shared/otp/otp-key.ts";
import type { ImportFormat } from "../format.ts";
import { unescaped } from "../xml.ts";
import { readUriList } from "./uri-list.ts";

const page = /^\ufeff?\s*(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype html|<html[\s>])/i;
const links = /\b(?:otpauth|otpauth-migration|steam|motp):\/\/[^"<>\r\n]+/gi;
const ofStratum = /\b(?:Stratum|Authenticator Pro)\b/;

/** A page with links in it, as Stratum's backup in HTML is: each link of its text and attributes, once. */
export const htmlPage: ImportFormat = {
  matches: ({ text }) => text !== undefined && page.test(text.slice(0, 4096)) && text.search(links) >= 0,
  async read({ text = "" }) {
    const found = [...text.matchAll(links)].map(([link]) => unescaped(withoutQuote(link)).trim());
    return readUriList([...new Set(found)].join("\n"), ofStratum.test(text.slice(0, 65_536)) ? "stratum" : "uri-list");
  },
};

/** Without what follows an attribute in single quotes; names may have such quotes in them. */
function withoutQuote(link: string): string {
  return link.slice(0, otpLimits.text * 4).replace(/'(?:\s[\s\S]*)?$/, "");
}
