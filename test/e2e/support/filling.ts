import { execFileSync } from "node:child_process";
import type { Locator, Page } from "playwright-core";
import type { Beside } from "./beside.ts";

/** The key of the first account that a journey adds. */
export const fillSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** The codes of a key, now and a moment ago: a step may end while a page is filled. */
export function recentCodes(key = fillSecret): string[] {
  const at = (when: string) => execFileSync("oathtool", ["--totp", "--base32", "--now", when, key]).toString().trim();
  return [at("now"), at("30 seconds ago")];
}

/** Adds accounts of sites, each with a key of its own: the first with all of `fillSecret`, the next with a letter less. */
export async function addAccounts({ screens }: Beside, ...issuers: string[]): Promise<void> {
  const page = await screens("#in=page");
  for (const [index, issuer] of issuers.entries()) {
    await page.getByRole("button", { name: index === 0 ? "Paste a link" : "Add code" }).click();
    const link = `otpauth://totp/${issuer}:ana?secret=${fillSecret.slice(index)}&issuer=${issuer}`;
    await page.getByLabel("Link", { exact: true }).fill(link);
    await page.getByRole("button", { name: "Save code" }).click();
    await page.getByRole("listitem").filter({ hasText: issuer }).waitFor();
  }
  await page.close();
}

/** Presses the shortcut on a page: the page opens to the extension, and the browser tells it of the shortcut. */
export async function pressShortcut({ background, allow }: Beside, page: Page): Promise<void> {
  const tab = await allow(page);
  await background.evaluate(async (id) => {
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch(command: string, tab: unknown): void };
    };
    onCommand.dispatch("fill", await chrome.tabs.get(id));
  }, tab);
}

/** Chooses "Fill the sign-in code" from the context menu of a field, in the page itself or in a frame by its number. */
export async function askOnField(
  { background, allow }: Beside,
  page: Page,
  field: Locator,
  frameId = 0,
): Promise<void> {
  const tab = await allow(page);
  // A right click puts the focus there first.
  await field.focus();
  await background.evaluate(
    async ({ id, frameId: frame }) => {
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(info: object, tab: unknown): void };
      };
      onClicked.dispatch({ menuItemId: "fill", editable: true, frameId: frame }, await chrome.tabs.get(id));
    },
    { id: tab, frameId },
  );
}

/** What is promised to a page at this moment; undefined where nothing is. */
export async function promised({ background }: Beside): Promise<{ ticket: string } | undefined> {
  return await background.evaluate(
    async () => (await chrome.storage.session.get<{ fillGrant?: { ticket: string } }>("fillGrant")).fillGrant,
  );
}

/** What the extension says in a page, as a screen reader hears it; the empty text where it says nothing. */
export async function saidIn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (id: string): string => {
    const node = byId.get(id);
    const own = node?.role?.value === "StaticText" ? String(node.name?.value) : "";
    return own + (node?.childIds ?? []).map(textOf).join("");
  };
  return nodes
    .filter(({ role }) => role?.value === "status")
    .map(({ nodeId }) => textOf(nodeId))
    .join(" ");
}
