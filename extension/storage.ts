import { browser } from "wxt/browser";
import type { Locale } from "../shared/contract/account.ts";
import type { MeasuredClock } from "./clock/rules.ts";
import type { LastUsed, ListOrder } from "./codes/arrange.ts";
import type { FillGrant } from "./fill/grant.ts";
import type { AskedKey, JustKept } from "./handed-key/asked-key.ts";
import type { Progress } from "./security/progress.ts";
import type { LockAfter } from "./vault/lock-rules.ts";
import type { SealedText } from "./vault/seal.ts";
import type { SealedVault } from "./vault/sealed-vault.ts";

/** A session of the service, kept until the browser closes. */
export interface KeptSession {
  /** The origin that it is a session of. */
  service: string;
  token: string;
}

/** Everything that stays when the browser closes. A vault as it was read may be damaged, whatever its type says. */
interface OnDisk {
  vault: SealedVault;
  /** The vault before the last change: a good copy, whenever there has been one. */
  vaultPrevious: SealedVault;
  /** A vault that could not be opened, put aside when the person chose to go on without it. */
  vaultDamaged: unknown;
  /** Vaults under a passphrase that was forgotten, put aside when the person started over: each under a name of its own. */
  [aside: `vaultAside:${string}`]: unknown;
  /** The origin of the service, where it is not the preset one. */
  serviceAddress: string;
  /** Whether codes are made by the service's clock where this computer's is wrong. */
  correctClock: boolean;
  /** Whether a copied code is cleared from the clipboard after a while; absent where nobody has said. */
  clearClipboard: boolean;
  /** In which order the codes are shown, where the person chose one. */
  listOrder: ListOrder;
  /** Kept only while the person wants what was used last to be first. */
  lastUsed: LastUsed;
  /** When accounts were last exported, RFC 3339. */
  lastBackupAt: string;
  /** When a vault under a passphrase locks by itself. */
  lockAfter: LockAfter;
  /** Whether the person was offered a passphrase, and took it up or did not. */
  passphraseOffered: boolean;
  /** The language that the person chose, for the background; the windows know it from their options. */
  language: Locale;
}

/** What only the memory of the browser holds. */
interface InMemory {
  /** Read and written by the background alone. */
  session: KeptSession;
  /** Read and written by the popup alone. */
  progress: Progress;
  /**
   * What opens a vault under a passphrase, while it is unlocked: its data key in base64. Written at unlocking alone, so
   * that nothing that is under way as it is removed can bring it back. These three belong to lock/unlocked-key.ts.
   */
  unlockedKey: string;
  /** The part of the browser's own key that lies in a file, in base64; see vault/browser-key.ts, which it belongs to. */
  keyFilePart: string;
  /** When the unlocked vault was last used, in milliseconds since 1970. */
  unlockedUsedAt: number;
  /** When it locks by itself. */
  unlockedLockAfter: LockAfter;
  /** An account that was being added when the window closed, sealed by what seals the vault. */
  draft: SealedText;
  /** Read and written by the background alone. */
  fillGrant: FillGrant;
  /** A key of a page that the person is asked about; written by the background alone. */
  askedKey: AskedKey;
  /** Read and written by the background alone. */
  justKept: JustKept;
  /** Written by the background alone. */
  clock: MeasuredClock;
  /** The code that was copied last, until it is cleared. */
  copiedCode: string;
}

export type OnDiskKey = keyof OnDisk;
export type InMemoryKey = keyof InMemory;

/** One persisted value: undefined where there is none. */
interface Kept<Value> {
  read(): Promise<Value | undefined>;
  write(value: Value): Promise<void>;
  remove(): Promise<void>;
}

/** A value that stays when the browser closes. */
export function onDisk<Key extends OnDiskKey>(key: Key): Kept<OnDisk[Key]> {
  return kept(() => browser.storage.local, key);
}

/** The names on disk that begin so. */
export async function onDiskKeys<Start extends string>(start: Start): Promise<`${Start}${string}`[]> {
  const isOne = (key: string): key is `${Start}${string}` => key.startsWith(start);
  return Object.keys(await browser.storage.local.get()).filter(isOne);
}

/** A value that goes when the browser closes, and that no page and no content script can read. */
export function inMemory<Key extends InMemoryKey>(key: Key): Kept<InMemory[Key]> {
  return kept(() => browser.storage.session, key);
}

/** Calls `listener` after each change of a value on disk, by whichever window; answers what ends that. */
export function onChange(key: OnDiskKey, listener: () => void): () => void {
  return onChangeOf((changed) => changed === key, listener);
}

/** Calls `listener` after each change of values on disk whose names begin so; returns what ends that. */
export function onChangeUnder(start: string, listener: () => void): () => void {
  return onChangeOf((changed) => changed.startsWith(start), listener);
}

function onChangeOf(isMeant: (key: string) => boolean, listener: () => void): () => void {
  const changed = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some(isMeant)) listener();
  };
  browser.storage.local.onChanged.addListener(changed);
  return () => browser.storage.local.onChanged.removeListener(changed);
}

/** Calls `listener` with what a value in memory became and what it was; answers what ends that. */
export function onMemoryChange<Key extends InMemoryKey>(
  key: Key,
  listener: (now: InMemory[Key] | undefined, before: InMemory[Key] | undefined) => void,
): () => void {
  const changed = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>) => {
    const change = changes[key];
    if (change) listener(change.newValue as InMemory[Key] | undefined, change.oldValue as InMemory[Key] | undefined);
  };
  browser.storage.session.onChanged.addListener(changed);
  return () => browser.storage.session.onChanged.removeListener(changed);
}

let managed: Promise<Record<string, unknown>> | undefined;

/** All that the browser's administrator has set; nothing where the browser is nobody's but the person's. */
export async function readManaged(): Promise<Record<string, unknown>> {
  try {
    managed ??= readOnce();
    return await managed;
  } catch {
    // Firefox rejects where there is no manifest for it.
    return {};
  }
}

/** One question, whoever else asks before it is answered. */
async function readOnce(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get();
  } finally {
    managed = undefined;
  }
}

interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

function kept<Value>(area: () => Area, key: string): Kept<Value> {
  return {
    read: async () => (await readTogether(area(), key))[key] as Value | undefined,
    write: (value) => area().set({ [key]: value }),
    remove: () => area().remove(key),
  };
}

const asked = new Map<Area, { keys: Set<string>; answer: Promise<Record<string, unknown>> }>();

/** Asks for all values that are wanted in one go with one question: each is a way to the browser's own process and back. */
function readTogether(area: Area, key: string): Promise<Record<string, unknown>> {
  const open = asked.get(area) ?? askSoon(area);
  open.keys.add(key);
  return open.answer;
}

function askSoon(area: Area) {
  const keys = new Set<string>();
  const answer = Promise.resolve().then(() => {
    asked.delete(area);
    return area.get([...keys]);
  });
  const question = { keys, answer };
  asked.set(area, question);
  return question;
}
