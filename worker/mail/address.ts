/** One key for every spelling of an address: compatibility forms and case are folded. */
export function emailKey(email: string): string {
  return email.normalize("NFKC").toLowerCase();
}
