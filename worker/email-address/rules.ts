/** One key for every spelling of an address: compatibility forms and case are folded. */
export function emailKey(email: string): string {
  return email.normalize("NFKC").toLowerCase();
}

/** An address as it may be shown to whoever has only the password: `a•••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = ""] = email;
  return `${first}•••${email.slice(at)}`;
}
