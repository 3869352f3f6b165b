/** A key as it is easiest to type: in groups of four. */
export function groupedKey(secret: string): string {
  return secret.match(/.{1,4}/gu)?.join(" ") ?? "";
}
