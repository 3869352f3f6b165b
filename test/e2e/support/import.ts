import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";

/** The path of a file as another program exports it. */
export function exported(name: string): string {
  return fileURLToPath(new URL(`../../data/exports/${name}`, import.meta.url));
}

/** Opens the import from where the popup offers it. */
export async function openImport(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Import from another app" }).click();
  await popup.getByRole("heading", { name: "Import codes" }).waitFor();
}

/** What the button that chooses files hands them to. */
export function fileInput(popup: Page): Locator {
  return popup.locator("input[type=file]");
}
