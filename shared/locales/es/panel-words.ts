import type { PanelWords } from "../en/panel-words.ts";
import { panel } from "./panel.ts";
import { panelAccount } from "./panel-account.ts";
import { links } from "./panel-links.ts";
import { panelNotMe } from "./panel-not-me.ts";
import { panelProblems } from "./panel-problems.ts";
import { panelSettings } from "./panel-settings.ts";
import { passkey } from "./passkey.ts";

/** All that the panel says in Spanish. */
export const panelWords: PanelWords = {
  ...panel,
  ...panelAccount,
  ...panelNotMe,
  ...panelSettings,
  links,
  passkey,
  problems: panelProblems,
};
