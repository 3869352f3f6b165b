/** Whose address a backend passes on, and by which key. */
export interface ForwardedVisitor {
  /** An administrator's key with the scope `visitors:forward`. It stays on the server. */
  key: string;
  /** The visitor's network address, as the backend's own platform names it. */
  ip: string;
  /** The visitor's browser as it names itself; the service shows it to the person. */
  userAgent?: string;
}

/**
 * A `fetch` for a backend that calls for one of its visitors: the service then counts and shows the visitor's address
 * in place of the backend's, so that no visitor uses up what others may.
 */
export function forVisitor({ key, ip, userAgent }: ForwardedVisitor, send?: typeof fetch): typeof fetch {
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    const seconds = Math.floor(Date.now() / 1000);
    headers.set("Latchkey-Visitor", `t=${seconds},ip=${ip},v1=${await hmac(key, `${seconds}.${ip}`)}`);
    headers.set("Latchkey-Key", key);
    if (userAgent) headers.set("User-Agent", userAgent);
    return (send ?? fetch)(input, { ...init, headers });
  };
}

/** HMAC-SHA-256 in hexadecimal. */
async function hmac(key: string, text: string): Promise<string> {
  const bytes = (value: string) => new TextEncoder().encode(value);
  const imported = await crypto.subtle.importKey("raw", bytes(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes(text)));
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
