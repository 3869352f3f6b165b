import { panel } from "./panel.ts";
import { panelAccount } from "./panel-account.ts";
import { links } from "./panel-links.ts";
import { panelNotMe } from "./panel-not-me.ts";
import { type ProblemTexts, panelProblems } from "./panel-problems.ts";
import { panelSettings } from "./panel-settings.ts";
import { passkey } from "./passkey.ts";

/** All that the panel says in English. */
export const panelWords = {
  ...panel,
  ...panelAccount,
  ...panelNotMe,
  ...panelSettings,
  links,
  passkey,
  problems: panelProblems,
};

/** What the panel says in one language. */
export type PanelWords = Omit<typeof panelWords, "problems"> & {
  problems: Record<keyof typeof panelProblems, ProblemTexts>;
};
