import { render } from "preact";
import "../codes/style.ts";
import { followClock } from "../clock/state.ts";
import { keepFirst } from "../codes/first-read.ts";
import type { FirstRead } from "../first-codes/read.ts";
import { stayUnlocked } from "../lock/stay-unlocked.ts";
import { followOptions } from "../options/state.ts";
import { opening } from "../surface/state.ts";
import { locale } from "../surface/words.ts";
import { keepPartInMemory } from "../vault/browser-key.ts";
import { browserPlace } from "../vault/place.ts";
import { Popup } from "./popup.tsx";

/** Puts the popup into its document, in the place of what is drawn there already; `first` is what that was read as. */
export function startPopup(first?: FirstRead): void {
  document.documentElement.lang = locale;
  document.documentElement.dataset.surface = opening.surface;
  followOptions();
  stayUnlocked();
  void followClock();
  keepFirst(first);
  render(<Popup />, document.body);
  // Later, so that no code waits for it.
  requestIdleCallback(() => void renewKey().catch(() => {}));
}

async function renewKey(): Promise<void> {
  const { renewBrowserKey } = await import("../vault/renew-key.ts");
  await renewBrowserKey(browserPlace, new Date());
  await keepPartInMemory();
}
