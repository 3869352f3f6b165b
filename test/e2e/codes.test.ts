import { execFileSync } from "node:child_process";
import { expect, onTestFinished } from "vitest";
import { openFront } from "../../scripts/front.ts";
import { authenticatorWith, expectCode } from "./support/authenticator.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

journey("adds any site's code by its link or its key, with the server down", async ({ popup }) => {
  // Nothing is behind it, so nothing here can have asked a server.
  const nobody = await openFront();
  onTestFinished(nobody.close);
  await popup.getByRole("button", { name: "Settings" }).click();
  const address = popup.getByLabel("Address of the service");
  await address.fill("not an address");
  await popup.getByRole("button", { name: "Save" }).click();
  await popup.getByText("Type an address that begins with https://").waitFor();
  await look(popup, "popup-settings-refused");
  await address.fill(nobody.address);
  await popup.getByRole("button", { name: "Save" }).click();
  await popup.getByText("Saved. Sign in there under Security.").waitFor();
  await look(popup, "popup-settings");

  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  await popup.getByRole("button", { name: "Paste a link" }).click();
  await popup.getByLabel("Link", { exact: true }).fill("https://example.com/");
  await popup.getByRole("button", { name: "Save code" }).click();
  await popup.getByText("That isn't a valid otpauth link.").waitFor();
  await look(popup, "popup-add-link-refused");
  await popup.getByLabel("Link", { exact: true }).fill(`otpauth://totp/GitHub:ana-lopez?secret=${key}&issuer=GitHub`);
  await popup.getByText("This is what will be added:").waitFor();
  await look(popup, "popup-add-link");
  await popup.getByRole("button", { name: "Save code" }).click();

  const github = popup.getByRole("listitem").filter({ hasText: "ana-lopez" });
  const app = authenticatorWith(key);
  await expectCode(() => github.textContent(), app.codeNow);

  await popup.getByRole("button", { name: "Add code" }).click();
  await popup.getByText("Enter a setup key").click();
  await popup.getByLabel("Site").fill("Cloudflare");
  await popup.getByLabel("Account", { exact: true }).fill("ops@example.com");
  await popup.getByLabel("Key", { exact: true }).fill("gezd gnbv gy3t qojq gezd gnbv gy3t qojq");
  await popup.getByText("Other kinds of code").click();
  await popup.getByLabel("Algorithm").selectOption("SHA-256");
  await popup.getByLabel("Digits").fill("8");
  await look(popup, "popup-add-key");
  await popup.getByRole("button", { name: "Save code" }).click();
  const cloudflare = popup.getByRole("listitem").filter({ hasText: "Cloudflare" });
  const eightDigits = () =>
    execFileSync("oathtool", ["--totp=SHA256", "--base32", "--digits=8", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"])
      .toString()
      .trim();
  await expectCode(
    () => cloudflare.textContent(),
    async () => eightDigits(),
  );

  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByLabel("E-mail").fill("ana@example.com");
  await popup.getByRole("textbox", { name: "Password", exact: true }).fill("a quiet harbour at dawn");
  await popup.getByRole("button", { name: "Sign in", exact: true }).click();
  await popup.getByText("Can't reach the server. Your codes still work.").waitFor();
  await look(popup, "popup-security-offline");
});

journey("searches, copies by keyboard, renames and removes", async ({ popup }) => {
  const sites = [
    "GitHub",
    "Cloudflare",
    "Fastmail",
    "npm",
    "Proton",
    "Correos España",
    "A site with a name that is much too long for one line",
  ];
  for (const [index, site] of sites.entries()) {
    await popup.getByRole("button", { name: index === 0 ? "Paste a link" : "Add code" }).click();
    await popup
      .getByLabel("Link", { exact: true })
      .fill(
        `otpauth://totp/${encodeURIComponent(site)}:ana${index}@example.com?secret=${key.slice(index)}&issuer=${encodeURIComponent(site)}`,
      );
    await popup.getByRole("button", { name: "Save code" }).click();
    await popup
      .getByRole("listitem")
      .filter({ hasText: `ana${index}@` })
      .waitFor();
  }
  await popup.getByRole("status").filter({ hasText: "added." }).waitFor({ state: "detached" });
  // The icons come after the first codes.
  await popup.locator(".row", { hasText: "GitHub" }).locator(".tile path").waitFor();
  await look(popup, "popup-codes");

  await popup.getByRole("searchbox").fill("espana correos");
  expect(await popup.getByRole("listitem").count()).toBe(1);
  await popup.keyboard.press("Enter");
  await popup.getByRole("status").filter({ hasText: "Copied the Correos España code" }).waitFor();
  await look(popup, "popup-codes-copied");
  await popup.keyboard.press("Escape");
  expect(await popup.getByRole("listitem").count()).toBe(sites.length);

  await popup.keyboard.press("ArrowDown");
  await popup.keyboard.press("ArrowDown");
  await popup.keyboard.press("Enter");
  await popup.getByRole("status").filter({ hasText: "Copied the Cloudflare code" }).waitFor();
  await popup.keyboard.type("zzz");
  await popup.getByText("No code matches “zzz”.").waitFor();
  await look(popup, "popup-nothing-found");
  await popup.getByRole("button", { name: "Clear the search" }).click();

  await popup.getByRole("button", { name: "More about npm" }).click();
  await popup.getByLabel("Name").fill("Registry");
  await look(popup, "popup-entry");
  await popup.getByRole("button", { name: "Save" }).click();
  await popup.getByRole("listitem").filter({ hasText: "Registry" }).waitFor();

  await popup.getByRole("button", { name: "More about Registry" }).click();
  await popup.getByRole("button", { name: "Delete code" }).click();
  await popup.getByRole("dialog", { name: "Delete Registry?" }).waitFor();
  await look(popup, "popup-remove");
  await popup.getByRole("button", { name: "Keep" }).click();
  await popup.getByRole("button", { name: "Delete code" }).click();
  await popup.getByRole("dialog").getByRole("button", { name: "Delete code" }).click();
  await popup.getByRole("status").filter({ hasText: "Registry deleted." }).waitFor();
  expect(await popup.getByRole("listitem").count()).toBe(sites.length - 1);

  await popup.getByRole("button", { name: "Add code" }).click();
  await popup.getByLabel("Link", { exact: true }).fill(`otpauth://totp/Again?secret=${key}`);
  await popup.getByText("You already have this code, as GitHub.").waitFor();
  expect(await popup.getByRole("button", { name: "Save code" }).isDisabled()).toBe(true);
  await look(popup, "popup-add-duplicate");
  await popup.keyboard.press("Escape");
  await popup.getByRole("listitem").first().waitFor();
});

journey("counts codes on, and never shows one twice", async ({ popup }) => {
  await popup.getByRole("button", { name: "Paste a link" }).click();
  await popup.getByLabel("Link", { exact: true }).fill(`otpauth://hotp/Bank:ana?secret=${key}&issuer=Bank&counter=7`);
  await look(popup, "popup-add-counted");
  await popup.getByRole("button", { name: "Save code" }).click();
  const bank = popup.getByRole("listitem").filter({ hasText: "Bank" });
  const shown = async () => ((await bank.textContent()) ?? "").replaceAll(/\s/gu, "");
  const expected = (counter: number) =>
    execFileSync("oathtool", ["--hotp", "--base32", `--counter=${counter}`, key])
      .toString()
      .trim();
  await bank.getByRole("button", { name: "Next code of Bank" }).click();
  await expect.poll(shown).toContain(expected(7));
  await popup.reload();
  await bank.getByRole("button", { name: "Next code of Bank" }).click();
  await expect.poll(shown).toContain(expected(8));
  await look(popup, "popup-counted");
});

journey(
  "finds the codes again after the browser was closed, and nothing of them readable on the disk",
  async ({ popup }) => {
    await popup.getByRole("button", { name: "Paste a link" }).click();
    await popup.getByLabel("Link", { exact: true }).fill(`otpauth://totp/Secretive:ana?secret=${key}&issuer=Secretive`);
    await popup.getByRole("button", { name: "Save code" }).click();
    await popup.getByRole("listitem").filter({ hasText: "Secretive" }).waitFor();
    const stored = await popup.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
    expect(stored).toContain("latchkey-vault");
    expect(stored).not.toContain("Secretive");
    expect(stored).not.toContain(key);
  },
);

journey("offers the good copy when what is stored is damaged, and overwrites nothing before", async ({ popup }) => {
  for (const name of ["First", "Second"]) {
    await popup.getByRole("button", { name: name === "First" ? "Paste a link" : "Add code" }).click();
    await popup
      .getByLabel("Link", { exact: true })
      .fill(`otpauth://totp/${name}?secret=${name === "First" ? key : key.slice(8)}`);
    await popup.getByRole("button", { name: "Save code" }).click();
    await popup.getByRole("listitem").filter({ hasText: name }).waitFor();
  }
  await popup.evaluate(async () => {
    const { vault } = await chrome.storage.local.get<{ vault: { sealed: string } }>("vault");
    await chrome.storage.local.set({ vault: { ...vault, sealed: vault.sealed.replace(/^..../, "AAAA") } });
  });
  await popup.getByRole("heading", { name: "Your codes can't be read" }).waitFor();
  await popup.getByText(/There is a good copy with 1 code/).waitFor();
  await look(popup, "popup-damaged");
  await popup.getByRole("button", { name: "Use the good copy" }).click();
  await popup.getByRole("listitem").filter({ hasText: "First" }).waitFor();
});
