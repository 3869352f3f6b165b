type Bytes = Uint8Array<ArrayBuffer>;

/** Opens AES-GCM with a tag of 128 bits at the end; undefined where the key is another one or a byte was changed. */
export async function openAesGcm(
  key: Bytes,
  nonce: Bytes,
  sealed: Bytes,
  additionalData?: Bytes,
): Promise<Bytes | undefined> {
  return await decrypted(key, sealed, {
    name: "AES-GCM",
    iv: nonce,
    ...(additionalData ? { additionalData } : {}),
  });
}

/** Opens AES-CBC with PKCS #7 padding; undefined where the padding is wrong, as it nearly always is for another key. */
export async function openAesCbc(key: Bytes, iv: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  return await decrypted(key, sealed, { name: "AES-CBC", iv });
}

/** The HMAC of a message. */
export async function hmac(key: Bytes, message: Bytes, hash: "SHA-1" | "SHA-256"): Promise<Bytes> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
}

/** Whether two are the same, byte by byte. */
export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

async function decrypted(
  key: Bytes,
  sealed: Bytes,
  algorithm: AesGcmParams | AesCbcParams,
): Promise<Bytes | undefined> {
  try {
    const imported = await crypto.subtle.importKey("raw", key, algorithm.name, false, ["decrypt"]);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, imported, sealed));
  } catch {
    // Every failure of WebCrypto here means the same: this key does not open these bytes.
    return undefined;
  }
}
