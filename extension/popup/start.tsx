import { render } from "preact";
import "../../shared/ui/tokens.css";
import "../../shared/ui/controls.css";
import "../../shared/panel/panel.css";
import "./popup.css";
import { stayUnlocked } from "../lock/stay-unlocked.ts";
import { Popup } from "./popup.tsx";
import { locale } from "./words.ts";

/** Puts the popup into its document. */
export function startPopup(): void {
  document.documentElement.lang = locale;
  stayUnlocked();
  render(<Popup />, document.body);
}
