import { fail, type Outcome, ok } from "../../shared/outcome.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Unpacks what DEFLATE packed (RFC 1951, or RFC 1952 for gzip), no further than `most` bytes, whatever size it claims. */
export async function inflate(
  packed: Bytes,
  format: "deflate-raw" | "gzip",
  most: number,
): Promise<Outcome<Bytes, "damaged" | "too_large">> {
  const parts: Bytes[] = [];
  let length = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return fail("too_large");
      }
      parts.push(value);
    }
  } catch {
    return fail("damaged");
  }
  return ok(new Uint8Array(await new Blob(parts).arrayBuffer()));
}
