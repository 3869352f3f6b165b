/**
 * The vault as it is stored. `sealed` is AES-256-GCM over the JSON of `VaultContent`, with `nonce` and, as additional
 * data, `additionalData` of this header: nothing in it can be changed without the vault failing to open.
 */
export interface SealedVault {
  format: "latchkey-vault";
  version: 1;
  /** What opens it; `browser`: a key of this browser that no code can read out. */
  key: "browser";
  /** 96 random bits, base64. */
  nonce: string;
  /** Ciphertext and tag, base64. */
  sealed: string;
  /** RFC 3339. */
  savedAt: string;
}

type Header = Pick<SealedVault, "format" | "version" | "key" | "savedAt">;

/** The header in the one spelling that is sealed with the content. */
export function additionalData({ format, version, key, savedAt }: Header): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([format, version, key, savedAt].join("\n"));
}

/** Whether what was read has the form of a vault that this version opens. */
export function isSealedVault(read: unknown): read is SealedVault {
  const vault = read as Partial<SealedVault> | null | undefined;
  return (
    vault?.format === "latchkey-vault" &&
    vault.version === 1 &&
    vault.key === "browser" &&
    [vault.nonce, vault.sealed, vault.savedAt].every((member) => typeof member === "string")
  );
}

/** Whether what was read is a vault of a version, or under a kind of key, that only a newer Latchkey knows. */
export function isOfNewerVersion(read: unknown): boolean {
  const vault = read as { format?: unknown; version?: unknown; key?: unknown } | null | undefined;
  if (vault?.format !== "latchkey-vault" || typeof vault.version !== "number") return false;
  return vault.version > 1 || (vault.version === 1 && typeof vault.key === "string" && vault.key !== "browser");
}
