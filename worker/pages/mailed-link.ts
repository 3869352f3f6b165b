import { readStored, store } from "../../shared/ui/browser-storage.ts";

const storageName = `latchkey-link${location.pathname}`;

/**
 * The link of the mail that opened this page, taken out of the page's address: neither the history nor an address that
 * somebody copies keeps it. A reload finds it again, in this tab alone. Returns an empty text where there is none.
 */
export function takeMailedLink(): string {
  const address = new URL(location.href);
  const link = address.searchParams.get("link");
  if (link === null) return readStored("tab", storageName) ?? "";
  address.searchParams.delete("link");
  history.replaceState(history.state, "", address);
  store("tab", storageName, link);
  return link;
}

/** Forgets the link once it has served. */
export function forgetMailedLink(): void {
  store("tab", storageName, null);
}
