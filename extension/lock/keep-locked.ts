import { browser } from "wxt/browser";
import { forgetUnlockedKey, lockAlarm, lockIfDue } from "../vault/unlocked-key.ts";

/** Locks the vault when its time has come, and when the computer's screen is locked; for the background alone. */
export function keepLocked(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === lockAlarm) void lockIfDue();
  });
  browser.idle.onStateChanged.addListener((state) => {
    if (state === "locked") void forgetUnlockedKey();
  });
}
