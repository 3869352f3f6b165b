import { render } from "preact";
import "../../shared/ui/tokens.css";
import "../../shared/ui/controls.css";
import "../../shared/ui/forced-colors.css";
import "./popup.css";
import { followClock } from "../clock/state.ts";
import { stayUnlocked } from "../lock/stay-unlocked.ts";
import { followOptions } from "../options/state.ts";
import { browserPlace } from "../vault/place.ts";
import { Popup } from "./popup.tsx";
import { opening } from "./state.ts";
import { locale } from "./words.ts";

/** Puts the popup into its document. */
export function startPopup(): void {
  document.documentElement.lang = locale;
  document.documentElement.dataset.surface = opening.surface;
  followOptions();
  stayUnlocked();
  void followClock();
  render(<Popup />, document.body);
  // Later, so that no code waits for it.
  requestIdleCallback(() => void renewKey().catch(() => {}));
}

async function renewKey(): Promise<void> {
  const { renewBrowserKey } = await import("../vault/renew-key.ts");
  await renewBrowserKey(browserPlace, new Date());
}
