import type { Page } from "playwright-core";
import { expect } from "vitest";
import { addAccount, setPassphrase } from "./support/codes.ts";
import { journey } from "./support/journey.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const links = [
  `otpauth://totp/Alder:ana?secret=${key}&issuer=Alder`,
  `otpauth://totp/?secret=${key}A`,
  `otpauth://totp/Birch:ana?secret=${key}B&issuer=Birch&algorithm=SHA256&digits=8&period=60`,
  `otpauth://hotp/Cedar:ana?secret=${key}C&issuer=Cedar&counter=3`,
  `otpauth://totp/Steam:ana?secret=${key}D&issuer=Steam`,
  ...Array.from(
    { length: 8 },
    (_, at) => `otpauth://totp/Oak${at}:ana?secret=${key}E${"ABCDEFGH"[at]}&issuer=Oak${at}`,
  ),
];

/** What the page keeps of the moment at which codes are drawn, and of that at which the screens are there. */
interface Kept {
  drawn?: string;
  taken?: string;
  first?: Element | null;
}

type Deed = "more" | "type" | "lock" | "down" | "end";

/** Runs in the page before anything of its own; `deed` is what somebody does as soon as there are codes. */
function keepMoments(deed?: Deed): void {
  const kept: Kept = {};
  Object.assign(window, { kept });
  const press = (...keys: string[]) => {
    for (const key of keys) {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }
  };
  const deeds = {
    down: () => press("ArrowDown", "ArrowDown", "Enter"),
    end: () => press("End"),
    more: () => document.querySelector<HTMLElement>(".row .more")?.click(),
    type: () => Object.assign(document.querySelector(".search .input") ?? {}, { value: "Birch" }),
    lock: () => chrome.storage.session.remove("unlockedKey"),
  };
  const look = () => {
    if (kept.drawn === undefined && document.querySelector(".digits")) {
      kept.drawn = document.body.innerHTML;
      kept.first = document.querySelector(".row .copy");
      if (deed) void deeds[deed]();
    }
    const menu = document.querySelector(".menu");
    if (kept.taken !== undefined || !menu) return;
    const body = document.body.cloneNode(true) as HTMLElement;
    // The one thing that the screens add: a closed menu, and what opens it.
    body.querySelector(".menu")?.remove();
    body.querySelector("[popovertarget]")?.removeAttribute("popovertarget");
    kept.taken = body.innerHTML;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

async function reopen(popup: Page, deed?: Deed, fixedTime?: Date): Promise<Page> {
  const page = await popup.context().newPage();
  if (fixedTime) await page.clock.setFixedTime(fixedTime);
  await page.addInitScript(keepMoments, deed);
  await page.goto(popup.url());
  return page;
}

async function pasteAll(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Paste a link" }).waitFor();
  await popup.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, links.join("\n"));
  await popup.getByRole("button", { name: /^Save/ }).click();
  await popup.getByRole("listitem").filter({ hasText: "Alder" }).waitFor();
}

journey("draws the first codes exactly as the screens do, which take over every element of them", async ({ popup }) => {
  await pasteAll(popup);
  await popup.getByRole("button", { name: "More about Birch" }).click();
  await popup.getByLabel("Pin to the top").check();
  await popup.getByLabel("Tags").fill("work");
  await popup.getByRole("button", { name: "Save", exact: true }).click();
  await popup.getByRole("radio", { name: "work" }).waitFor({ state: "attached" });

  for (const options of [{}, { hidesCodes: true, isCompact: true }, { showsNext: true, language: "es" }]) {
    await popup.evaluate((text) => localStorage.setItem("options", text), JSON.stringify(options));
    const page = await reopen(popup, undefined, new Date("2026-11-29T12:00:12Z"));
    await page.locator(".menu").waitFor({ state: "attached" });
    const { kept, isSame } = await page.evaluate(() => {
      const all = (window as unknown as { kept: Kept }).kept;
      return { kept: { drawn: all.drawn, taken: all.taken }, isSame: all.first?.isConnected };
    });
    expect(kept.drawn).toContain('class="row"');
    expect(kept.drawn, JSON.stringify(options)).toBe(kept.taken);
    expect(isSame).toBe(true);
    await page.close();
  }
});

journey("does what somebody asks for before the screens are there", async ({ popup }) => {
  await pasteAll(popup);
  const clicked = await reopen(popup, "more");
  await clicked.getByRole("heading", { name: "Alder" }).waitFor();
  const typed = await reopen(popup, "type");
  await typed.locator(".menu").waitFor({ state: "attached" });
  await typed.getByRole("listitem").filter({ hasText: "Alder" }).waitFor({ state: "detached" });
  expect(await typed.getByRole("listitem").count()).toBe(1);
  expect(await typed.getByRole("searchbox").inputValue()).toBe("Birch");
});

journey("loses no key that is pressed before the screens are there", async ({ popup }) => {
  await pasteAll(popup);
  const down = await reopen(popup, "down");
  await down.locator('.row[aria-posinset="2"] .copy:focus').waitFor();
  await down.getByRole("status").filter({ hasText: "Copied" }).waitFor();
  const end = await reopen(popup, "end");
  await end.locator('.row[aria-posinset="13"] .copy:focus').waitFor();
});

journey("E2b keeps no part of the browser's key in memory once there is a passphrase", async ({ popup }) => {
  const part = () => popup.evaluate(() => chrome.storage.session.get("keyFilePart"));
  await addAccount(popup, "GitHub", key);
  expect(await part()).toHaveProperty("keyFilePart");
  await setPassphrase(popup, "a quiet harbour at dawn");
  const after = await reopen(popup);
  await after.locator(".menu").waitFor({ state: "attached" });
  expect(await part()).toEqual({});
});

journey("asks the disk where the part of the key in memory is of another key", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await popup.evaluate(() => chrome.storage.session.set({ keyFilePart: btoa("\0".repeat(32)) }));
  const page = await reopen(popup);
  await page.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
});

journey("E6 shows no code once the vault is locked between the first codes and the screens", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await setPassphrase(popup, "a quiet harbour at dawn");
  const page = await reopen(popup, "lock");
  await page.getByRole("heading", { name: "Your codes are locked" }).waitFor();
  expect(await page.locator(".digits").count()).toBe(0);
});
