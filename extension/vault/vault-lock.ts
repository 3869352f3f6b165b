/** A data key sealed by AES-256-GCM under the key that something else gives. */
export interface Wrap {
  /** 96 random bits, base64. */
  nonce: string;
  /** Ciphertext and tag, base64. */
  wrapped: string;
}

/** What a passphrase is stretched by (RFC 9106). */
export interface Stretching {
  kdf: "argon2id";
  memoryKiB: number;
  passes: number;
  lanes: number;
  /** 128 random bits, base64. */
  salt: string;
}

export type PassphraseWrap = Wrap & Stretching;

/** The data key under what a passkey answers (WebAuthn PRF). */
export interface PasskeyWrap extends Wrap {
  /** Base64. */
  credentialId: string;
  /** What the passkey is asked, 256 random bits, base64. */
  salt: string;
}

/** What opens a vault under a passphrase: its data key, wrapped once by each way in. */
export interface VaultLock {
  passphrase: PassphraseWrap;
  passkey?: PasskeyWrap;
}

/** Bounds of what a stored vault may make this browser do; beyond them it is damaged. */
const bounds = { memoryKiB: 1 << 20, passes: 16, lanes: 8 } as const;

/** Whether what was read has the form of a lock that this version opens. */
export function isVaultLock(read: unknown): read is VaultLock {
  const { passphrase, passkey } = (read ?? {}) as Partial<VaultLock>;
  const counts = (["memoryKiB", "passes", "lanes"] as const).every((name) => {
    const count = passphrase?.[name];
    return Number.isInteger(count) && Number(count) >= 1 && Number(count) <= bounds[name];
  });
  const isWhole = counts && passphrase?.kdf === "argon2id" && areTexts(passphrase, ["salt", "nonce", "wrapped"]);
  return isWhole && (passkey === undefined || areTexts(passkey, ["credentialId", "salt", "nonce", "wrapped"]));
}

/** All that a lock says, in the one order in which it is bound to what it locks. */
export function lockMembers({ passphrase, passkey }: VaultLock): (string | number)[] {
  const { kdf, memoryKiB, passes, lanes, salt, nonce, wrapped } = passphrase;
  const ofPasskey = passkey ? [passkey.credentialId, passkey.salt, passkey.nonce, passkey.wrapped] : [];
  return [kdf, memoryKiB, passes, lanes, salt, nonce, wrapped, ...ofPasskey];
}

function areTexts<Value extends object>(value: Value, names: (keyof Value)[]): boolean {
  return names.every((name) => typeof value[name] === "string");
}
