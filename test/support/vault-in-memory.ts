import type { Slot, VaultPlace } from "../../extension/vault/place.ts";

/** A place for a vault that is gone with the test; its key is real. What it does can be made to fail. */
export class VaultInMemory implements VaultPlace {
  readonly slots = new Map<Slot, unknown>();
  /** Writes that succeed before one fails; undefined: all do. */
  writesLeft: number | undefined;
  /** Whether a write that fails has been done in part all the same. */
  tearsWrites = false;
  key: CryptoKey | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  async read(slot: Slot): Promise<unknown> {
    // As storage does: what is read shares nothing with what is stored.
    return structuredClone(this.slots.get(slot));
  }

  async write(slot: Slot, value: unknown): Promise<void> {
    if (this.writesLeft !== undefined && this.writesLeft-- === 0) {
      this.writesLeft = undefined;
      if (this.tearsWrites) this.slots.set(slot, { ...(value as object), sealed: "AAAA" });
      throw new Error("the disk is full");
    }
    if (value === undefined) this.slots.delete(slot);
    else this.slots.set(slot, structuredClone(value));
  }

  async findKey(): Promise<CryptoKey | undefined> {
    return this.key;
  }

  async makeKey(): Promise<CryptoKey> {
    this.key ??= await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    return this.key;
  }

  exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }
}
