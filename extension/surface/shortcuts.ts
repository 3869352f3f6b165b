import { browser } from "wxt/browser";

/** The keys that open Latchkey and that fill, as this browser shows them; empty where none are set. */
export interface Shortcuts {
  open: string;
  fill: string;
}

/** Reads them from the browser, where the person may have changed them. */
export async function readShortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  const keys = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? "";
  return { open: keys("_execute_action"), fill: keys("fill") };
}
