import { browser } from "wxt/browser";
import { exclusively } from "../exclusively.ts";
import { inMemory } from "../storage.ts";
import { clearIfHeld } from "./clear-if-held.ts";

/** Minutes until a copied code is cleared; the browser knows no shorter alarm than half of one. */
const clearAfterMinutes = 1;
const alarmName = "clear-clipboard";
const copied = inMemory("copiedCode");

/** Clears a code that has just been copied after a minute, where the clipboard still holds it then. */
export async function clearLater(code: string): Promise<null> {
  await exclusively("copied-code", () => copied.write(code));
  await browser.alarms.create(alarmName, { delayInMinutes: clearAfterMinutes });
  return null;
}

/** Clears when the time has come, also after the background was asleep in between. */
export function listenForClearing(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void clearNow();
  });
}

async function clearNow(): Promise<void> {
  const code = await exclusively("copied-code", async () => {
    const held = await copied.read();
    await copied.remove();
    return held;
  });
  if (code === undefined) return;
  if (import.meta.env.FIREFOX) {
    if ((await navigator.clipboard.readText()) === code) await navigator.clipboard.writeText("");
    return;
  }
  await clearIfHeld(code);
}
