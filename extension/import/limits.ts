/** Bounds of what is read from a file: wide enough for the largest real export, and all of it ends soon. */
export const importLimits = {
  /** Of a file as it is chosen: no export of ten thousand accounts comes near it. */
  fileBytes: 10 * 1024 * 1024,
  /** Of a KeePass database, packed or not: files may be attached to its entries. */
  databaseBytes: 64 * 1024 * 1024,
  /** Of one member of a zip once it is inflated, whatever its header says. */
  memberBytes: 32 * 1024 * 1024,
  /** Members of a zip that are looked at. */
  members: 10_000,
  /** Accounts, logins or lines in one file. */
  items: 20_000,
  /** How deep XML may be nested. */
  depth: 64,
  /** In KiB: what Ente's exports ask for at the most (libsodium's SENSITIVE). */
  argon2MemoryKiB: 1024 * 1024,
  /** Memory times passes, in KiB: twice what Ente asks for. */
  argon2Work: 8 * 1024 * 1024,
  /** `N * r` of scrypt: eight times what Aegis asks for; 256 MiB. */
  scryptWork: 2 ** 21,
  pbkdf2Iterations: 10_000_000,
  /** Of KeePass's AES-KDF: five times what its second of work makes on a fast machine. */
  aesRounds: 500_000_000,
  /** Keys of one file that a password is tried on. */
  passwordKeys: 8,
} as const;
