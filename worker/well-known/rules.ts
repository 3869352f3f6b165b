import { locales } from "../../shared/contract/account.ts";
import { day } from "../time.ts";

/** How far ahead `Expires` is, counted from each answer: RFC 9116 2.5.5 recommends less than a year. */
const expiresInDays = 180;

/** What a security.txt says (RFC 9116): where to report a weakness, in which languages, and until when that holds. */
export function securityText({ origin, contacts, now }: { origin: string; contacts: string[]; now: number }): string {
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${new Date(now + expiresInDays * day).toISOString()}`,
    `Preferred-Languages: ${locales.join(", ")}`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The page on which a password is changed, for browsers and password managers that lead people there. */
export const changePasswordPage = "/profile/security?open=password";
