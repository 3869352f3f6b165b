import { render } from "preact";
import "../../shared/ui/tokens.css";
import "../../shared/ui/controls.css";
import "../../shared/ui/forced-colors.css";
import "../../shared/ui/ring-and-toast.css";
import "./welcome.css";
import { followOptions } from "../options/state.ts";
import { surfaceWords } from "../settings/surface-words.ts";
import { readShortcuts } from "../surface/shortcuts.ts";
import { locale } from "../surface/words.ts";
import { Welcome } from "./page.tsx";

/** Puts the page that is shown once, when the extension is new, into its document. */
export function startWelcome(): void {
  document.documentElement.lang = locale;
  followOptions();
  document.title = surfaceWords.welcome.documentTitle;
  void readShortcuts().then((shortcuts) => render(<Welcome shortcuts={shortcuts} />, document.body));
}
