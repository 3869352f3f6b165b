/** Parameters by their names in small letters; of one that is there twice, the first. */
export function parametersOf(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split("&")) {
    const [name = "", ...value] = part.split("=");
    const key = name.trim().toLowerCase();
    if (!parameters.has(key)) parameters.set(key, decoded(value.join("=").replaceAll("+", " ")));
  }
  return parameters;
}

/** Spaces as %20: several apps show the plus signs of URLSearchParams as they are. */
export function queryOf(parameters: string[][]): string {
  return parameters.map(([name, value]) => `${name}=${encoded(value ?? "")}`).join("&");
}

/** Half a surrogate pair, which no URI can hold, becomes U+FFFD. */
export function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

const utf8 = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/** What is encoded, decoded, and a bare `%` left as it is; bytes that are no UTF-8 become U+FFFD. */
export function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    utf8.decode(Uint8Array.from(bytes.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );
}
