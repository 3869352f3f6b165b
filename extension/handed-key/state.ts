import { type ReadonlySignal, signal } from "@preact/signals";
import type { TotpKey } from "../../shared/otp/otp-key.ts";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { codeTime } from "../clock/state.ts";
import type { CodesState } from "../codes/state.ts";
import { askBackground } from "../messages.ts";
import { codesForSetUp } from "../security/codes-for-set-up.ts";
import { inMemory } from "../storage.ts";
import { addToVault } from "../vault/add.ts";
import { type Duplicate, findDuplicate } from "../vault/duplicate.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { removeForGood } from "../vault/remove.ts";
import type { AskedKey } from "./asked-key.ts";

/** A key of a page, and whether it is kept. `gone`: the page waits no more. `taken`: another key is there for the method. */
export type KeepView =
  | { at: "reading" | "gone" }
  | { at: "asking" | "taken"; host: string; key: TotpKey; duplicate: Duplicate | undefined };

/** The question whether a key that a page handed over is kept. */
export interface Keeping {
  view: ReadonlySignal<KeepView>;
  busy: ReadonlySignal<boolean>;
  start: () => Promise<void>;
  keep: () => Promise<void>;
  refuse: () => Promise<void>;
}

/** The question, over the accounts that are there; nothing is read before `start`. */
export function createKeeping(codes: CodesState, entries: VaultEntry[]): Keeping {
  const view = signal<KeepView>({ at: "reading" });
  const busy = signal(false);
  let asked: AskedKey | undefined;
  const decide = async (kept: { entryId: string; before: string; now: string } | null) =>
    asked !== undefined && (await askBackground("keyDecided", { ticket: asked.ticket, kept }));
  return {
    view,
    busy,
    async start() {
      asked = await inMemory("askedKey").read();
      const key = asked && parseOtpauthUri(asked.uri);
      if (!asked || !key?.ok || key.value.type !== "totp") {
        view.value = { at: "gone" };
        return;
      }
      const { host } = new URL(asked.service);
      const duplicate = findDuplicate(entries, key.value);
      const at = isTaken(entries, asked, duplicate) ? "taken" : "asking";
      view.value = { at, host, key: key.value, duplicate };
    },
    async keep() {
      if (!asked || view.value.at !== "asking" || busy.value) return;
      busy.value = true;
      const { service, methodId } = asked;
      const { key } = view.value;
      const entryId = crypto.randomUUID();
      const change = await addToVault(browserPlace, new Date(), {
        id: entryId,
        key,
        latchkey: { service, methodId },
      });
      busy.value = false;
      if (!codes.take(change)) return;
      if (await decide({ entryId, ...codesForSetUp(key, await codeTime()) })) {
        window.close();
        return;
      }
      codes.take(await removeForGood(browserPlace, new Date(), entryId));
      view.value = { at: "gone" };
    },
    async refuse() {
      await decide(null);
      window.close();
    },
  };
}

/** Whether another key is there already for the same method: a page never puts one in the place of another. */
function isTaken(entries: VaultEntry[], { service, methodId }: AskedKey, duplicate: Duplicate | undefined): boolean {
  const same = entries.find(({ latchkey }) => latchkey?.service === service && latchkey.methodId === methodId);
  return same !== undefined && !(duplicate?.kind === "same_key" && duplicate.entry.id === same.id);
}
