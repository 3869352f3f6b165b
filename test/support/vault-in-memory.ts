import type { BrowserKeyKind } from "../../extension/vault/browser-key-kind.ts";
import type { AsideSlot, Slot, VaultPlace } from "../../extension/vault/place.ts";

/** How a write that does not succeed ends: nothing of it was done, a part, or all of it and nobody heard. */
export type Ending = "undone" | "torn" | "done";

/** A place for a vault that is gone with the test; its key is real. What it does can be made to fail. */
export class VaultInMemory implements VaultPlace {
  readonly slots = new Map<Slot, unknown>();
  /** Writes that succeed before one fails; undefined: all do. */
  writesLeft: number | undefined;
  /** How that one ends. */
  ending: Ending = "undone";
  /** Whether everything fails after it, as when the browser was killed. */
  isKilledThen = false;
  /** Whether every write fails from then on, as when the disk is full. */
  isFullThen = false;
  /** Writes that were begun. */
  writes = 0;
  /** Whether an organisation asks for a passphrase. */
  isManaged = false;
  /** Whether the browser refuses to keep keys, as Firefox does in private windows. */
  isPrivate = false;
  /** Whether one has turned exports off. */
  isExportOff = false;
  /** The key of two parts. */
  key: CryptoKey | undefined;
  /** One of before, kept whole. */
  oldKey: CryptoKey | undefined;
  unlocked: CryptoKey | undefined;
  #isDead = false;
  #turn: Promise<unknown> = Promise.resolve();

  async read(slot: Slot): Promise<unknown> {
    this.#live();
    // As storage does: what is read shares nothing with what is stored.
    return structuredClone(this.slots.get(slot));
  }

  async write(slot: Slot, value: unknown): Promise<void> {
    const put = (stored: unknown) =>
      stored === undefined ? this.slots.delete(slot) : this.slots.set(slot, structuredClone(stored));
    const part = slot.startsWith("aside:") ? {} : (value as object | undefined);
    this.#write({ done: () => put(value), torn: () => part && put({ ...part, sealed: "AAAA" }) });
  }

  async asideSlots(): Promise<AsideSlot[]> {
    this.#live();
    return [...this.slots.keys()].filter((slot) => slot.startsWith("aside:")) as AsideSlot[];
  }

  async keepsKeys(): Promise<boolean> {
    return !this.isPrivate;
  }

  async findKeySoon(): Promise<CryptoKey | undefined> {
    return await this.findKey("browser_parts");
  }

  async findKey(kind: BrowserKeyKind): Promise<CryptoKey | undefined> {
    this.#keeps();
    return kind === "browser" ? this.oldKey : this.key;
  }

  async makeKey(): Promise<CryptoKey> {
    this.#keeps();
    if (this.key) return this.key;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    this.#write({
      done: () => {
        this.key = made;
      },
    });
    return made;
  }

  async forgetKeys(kinds: BrowserKeyKind[]): Promise<void> {
    this.#keeps();
    for (const kind of kinds) {
      const name = kind === "browser" ? "oldKey" : "key";
      if (!this[name]) continue;
      this.#write({
        done: () => {
          this[name] = undefined;
        },
      });
    }
  }

  async findUnlockedKey(): Promise<CryptoKey | undefined> {
    this.#live();
    return this.unlocked;
  }

  async keepUnlockedKey(dataKey: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#live();
    this.unlocked = await crypto.subtle.importKey("raw", dataKey, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  async forgetUnlockedKey(): Promise<void> {
    this.#live();
    this.unlocked = undefined;
  }

  async needsPassphrase(): Promise<boolean> {
    return this.isManaged;
  }

  async allowsExport(): Promise<boolean> {
    return !this.isExportOff;
  }

  exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  /** What the next start of the browser finds: what is on the disk, and nothing that was in memory. */
  restarted(): VaultInMemory {
    const next = new VaultInMemory();
    for (const [slot, value] of this.slots) next.slots.set(slot, value);
    next.key = this.key;
    next.oldKey = this.oldKey;
    return next;
  }

  #live(): void {
    if (this.#isDead) throw new Error("the browser was killed");
  }

  #keeps(): void {
    this.#live();
    if (this.isPrivate) throw new DOMException("A mutation operation was attempted", "InvalidStateError");
  }

  #write({ done, torn = () => {} }: { done: () => void; torn?: () => void }): void {
    this.#live();
    this.writes++;
    if (this.writesLeft === undefined || this.writesLeft-- > 0) {
      done();
      return;
    }
    this.writesLeft = this.isFullThen ? 0 : undefined;
    this.#isDead = this.isKilledThen;
    if (this.ending === "done") done();
    if (this.ending === "torn") torn();
    throw new Error("QUOTA_BYTES quota exceeded");
  }
}
