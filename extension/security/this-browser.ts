import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { totpCode } from "../../shared/otp/totp.ts";
import type { ThisBrowser } from "../../shared/panel/this-browser.ts";
import { codeTime } from "../clock/state.ts";
import { addToVault } from "../vault/add.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { openVault } from "../vault/open.ts";
import type { VaultPlace } from "../vault/place.ts";
import { removeForGood } from "../vault/remove.ts";
import { codesForSetUp } from "./codes-for-set-up.ts";

/** What the panel shows beside this browser's part in it, and how codes that are locked are asked for. */
export interface Surroundings {
  /** Asks the person to unlock the codes; answers whether they are. */
  askToUnlock: () => Promise<boolean>;
  note: ThisBrowser["note"];
}

/** This browser as the authenticator of accounts at one service; it knows the vault as it is now. */
export async function thisBrowserAt(
  service: string,
  place: VaultPlace,
  { askToUnlock, note }: Surroundings,
): Promise<ThisBrowser> {
  let own = await ownEntries(service, place);
  let isLocked = await isLockedNow(place);
  /** Reads the vault again, unlocked where the person wants that. */
  const refresh = async () => {
    isLocked = (await isLockedNow(place)) && !(await askToUnlock());
    own = await ownEntries(service, place);
  };
  const entryOf = (entries: VaultEntry[], email: string) =>
    entries.findLast(({ key }) => key.account.toLowerCase() === email.toLowerCase());
  return {
    async save({ id: methodId, uri }) {
      const key = parseOtpauthUri(uri);
      if (!key.ok) throw new Error(`the service sent a key that is none: ${key.code}`);
      if (key.value.type !== "totp") throw new Error("the service sent a key that makes no codes by time");
      await refresh();
      const id = crypto.randomUUID();
      const change = await addToVault(place, new Date(), { id, key: key.value, latchkey: { service, methodId } });
      if (!change.ok) throw new Error(`the vault did not take the key: ${change.code}`);
      own = await ownEntries(service, place);
      return {
        codes: codesForSetUp(key.value, await codeTime()),
        async undo() {
          await removeForGood(place, new Date(), id);
          own = await ownEntries(service, place);
        },
      };
    },
    holds: (methodId) => own.some(({ latchkey }) => latchkey?.methodId === methodId),
    // While they are locked nobody knows; who asks for the code is asked to unlock.
    hasCodesOf: (email) => isLocked || entryOf(own, email) !== undefined,
    async codeOf(email) {
      await refresh();
      const entry = entryOf(own, email);
      return entry?.key.type === "totp" ? totpCode(entry.key, await codeTime()) : null;
    },
    note,
  };
}

/** The vault's accounts of this service; none where the vault does not open. */
async function ownEntries(service: string, place: VaultPlace): Promise<VaultEntry[]> {
  const opened = await openVault(place);
  return opened.ok ? opened.value.entries.filter(({ latchkey }) => latchkey?.service === service) : [];
}

async function isLockedNow(place: VaultPlace): Promise<boolean> {
  const opened = await openVault(place);
  return !opened.ok && opened.code === "locked";
}
