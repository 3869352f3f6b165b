import { joined } from "./bytes.ts";
import { isSameBytes } from "./unseal.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const tagBytes = 1;
const macBytes = 16;
const blockBytes = 64;
/** Marks the last message of a stream. */
const finalTag = 3;

/**
 * Opens a stream of one message of libsodium's `crypto_secretstream_xchacha20poly1305` (doc.libsodium.org, secretstream):
 * undefined where the key is another one or a byte was changed.
 */
export async function openSecretStream(key: Bytes, header: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  if (key.length !== 32 || header.length !== 24 || sealed.length < tagBytes + macBytes) return undefined;
  const stream = await streamOf(key, header);
  const message = sealed.slice(tagBytes, sealed.length - macBytes);
  const mac = stream.macOf(sealed[0] ?? 0, message);
  return isSameBytes(mac, sealed.subarray(sealed.length - macBytes)) ? stream.hide(message) : undefined;
}

/** Seals one message as the last of such a stream. A key of 32 bytes, and a header of 24 at random. */
export async function sealSecretStream(key: Bytes, header: Bytes, plain: Bytes): Promise<Bytes> {
  const stream = await streamOf(key, header);
  const message = stream.hide(plain);
  const tag = finalTag ^ stream.tagMask;
  return joined(Uint8Array.of(tag), message, stream.macOf(tag, message));
}

/** What the first message of a stream is sealed and opened by. */
async function streamOf(key: Bytes, header: Bytes) {
  const { chacha20, hchacha } = await import("@noble/ciphers/chacha.js");
  const { poly1305 } = await import("@noble/ciphers/_poly1305.js");

  const subKey = new Uint32Array(8);
  hchacha(wordsOf(new TextEncoder().encode("expand 32-byte k")), wordsOf(key), wordsOf(header.slice(0, 16)), subKey);
  const streamKey = bytesOfWords(subKey);
  // The count of the message, which starts at 1, and the rest of the header.
  const nonce = joined(Uint8Array.of(1, 0, 0, 0), header.slice(16));
  const macKey = chacha20(streamKey, nonce, new Uint8Array(blockBytes)).subarray(0, 32);
  const tagBlock = chacha20(streamKey, nonce, new Uint8Array(blockBytes), undefined, 1);
  return {
    tagMask: tagBlock[0] ?? 0,
    hide: (message: Bytes): Bytes => Uint8Array.from(chacha20(streamKey, nonce, message, undefined, 2)),
    macOf: (tag: number, message: Bytes): Uint8Array => {
      // The block of the tag is authenticated as it is sent: the tag sealed, the rest as the stream alone.
      const sent = Uint8Array.from(tagBlock);
      sent[0] = tag;
      // As libsodium pads, which is not to a whole block.
      const padding = new Uint8Array(message.length & 15);
      const lengths = new DataView(new ArrayBuffer(16));
      lengths.setBigUint64(8, BigInt(blockBytes + message.length), true);
      return poly1305(joined(sent, message, padding, new Uint8Array(lengths.buffer)), macKey);
    },
  };
}

function wordsOf(bytes: Bytes): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4, true));
}

function bytesOfWords(words: Uint32Array): Bytes {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true);
  return new Uint8Array(view.buffer);
}
