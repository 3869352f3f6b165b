/**
 * An address as the URL parser reads it, null where it is none. As `URL.parse()`, which is newer than the oldest browser
 * that is served (docs/browsers.md).
 */
export function parseAddress(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
