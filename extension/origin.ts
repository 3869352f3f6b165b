/** The origin that was typed; undefined where it is none, or where the way there could be listened to. */
export function originOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url?.username !== "" || url.password !== "") return undefined;
  // Some browsers take a space in a host for %20.
  if (url.hostname.includes("%")) return undefined;
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "localhost");
  return isSafe && text !== "" ? url.origin : undefined;
}
