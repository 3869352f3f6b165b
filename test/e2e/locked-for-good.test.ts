import { expect } from "vitest";
import { addAccount, setPassphrase } from "./support/codes.ts";
import { journey } from "./support/journey.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const passphrase = "a quiet harbour at dawn";

journey(
  "E6 is locked for good by one window while another is used, at the same moment and after",
  async ({ popup }) => {
    await addAccount(popup, "GitHub", key);
    await setPassphrase(popup, passphrase);
    const other = await popup.context().newPage();
    await other.goto(popup.url());
    await other.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
    const use = async () => {
      await popup.evaluate(() => chrome.storage.session.set({ unlockedUsedAt: Date.now() - 60_000 }));
      await Promise.all([other.keyboard.press("Shift"), other.mouse.wheel(0, 40), other.mouse.click(5, 5)]);
    };
    await popup.evaluate(() => chrome.storage.session.set({ unlockedUsedAt: Date.now() - 60_000 }));
    await Promise.all([popup.getByRole("button", { name: "Lock now" }).click(), use(), use()]);
    await popup.getByText("Unlock your codes to change this.").waitFor();
    await other.getByRole("heading", { name: "Your codes are locked" }).waitFor();
    await use();
    await popup.evaluate(() => chrome.alarms.create("lock", { when: Date.now() }));
    for (const window of [popup, other]) await window.reload();
    await other.getByRole("heading", { name: "Your codes are locked" }).waitFor();
    expect(await popup.evaluate(() => chrome.storage.session.get("unlockedKey"))).toEqual({});
  },
);
