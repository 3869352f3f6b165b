import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import QRCode from "qrcode";
import { expect } from "vitest";
import { password } from "../data/accounts.ts";
import { addAccount } from "./support/codes.ts";
import { exported, fileInput, openImport } from "./support/import.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const shownCode = async (popup: Page, name: string) => {
  const row = popup.getByRole("listitem").filter({ hasText: name });
  return ((await row.locator(".digits > span").textContent()) ?? "").replaceAll(/\s/gu, "");
};

journey(
  "reads every file that is dropped on the list, sealed, packed or plain, and a picture among them",
  async ({ popup }) => {
    await addAccount(popup, "Own", "JBSWY3DPEHPK3PXP");
    const link = "otpauth://totp/Pictured:ana?secret=KRSXG5CTMVRXEZLU&issuer=Pictured";
    const files = [
      ...["one-password.1pux", "stratum-sealed.stratum", "andotp-sealed.aes"].map((name) => ({
        name,
        type: "",
        base64: readFileSync(exported(name)).toString("base64"),
      })),
      { name: "code.png", type: "image/png", base64: (await QRCode.toBuffer(link)).toString("base64") },
      {
        name: "drawn.svg",
        type: "image/svg+xml",
        base64: Buffer.from(await QRCode.toString(link.replaceAll("Pictured", "Drawn"), { type: "svg" })).toString(
          "base64",
        ),
      },
    ];
    await popup.evaluate((given) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, files);
    await popup.getByRole("region", { name: "one-password.1pux" }).getByText("codes from 1Password").waitFor();
    for (const name of ["code.png", "drawn.svg"]) {
      await popup.getByRole("region", { name }).getByText("1 code", { exact: true }).waitFor();
    }
    for (const [name, program] of [
      ["stratum-sealed.stratum", "Stratum"],
      ["andotp-sealed.aes", "andOTP"],
    ]) {
      const card = popup.getByRole("region", { name });
      await card.getByLabel(`Password of ${name}`).fill(password);
      await card.getByRole("button", { name: "Open" }).click();
      await card.getByText(`codes from ${program}`).waitFor({ timeout: 60_000 });
    }
    await look(popup, "popup-import-dropped");
  },
);

journey("brings codes from other apps, with a password, and never doubles one", async ({ popup }) => {
  await openImport(popup);
  await look(popup, "popup-import");
  await fileInput(popup).setInputFiles(exported("aegis-v1.json"));
  await popup.getByText("7 codes from Aegis").waitFor();
  await popup.getByText("7 codes will be added").waitFor();
  await look(popup, "popup-import-plan");
  await popup.getByRole("button", { name: "Add 7 codes" }).click();
  await popup.getByRole("status").filter({ hasText: "7 codes added." }).waitFor();
  expect(await popup.getByRole("listitem").count()).toBe(7);

  const code = () =>
    execFileSync("oathtool", [
      "--totp=SHA256",
      "-b",
      "-d",
      "8",
      "-s",
      "45s",
      "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA",
    ])
      .toString()
      .trim();
  await expect.poll(() => shownCode(popup, "Correos España")).toBe(code());
  await expect.poll(() => shownCode(popup, "Steam")).toMatch(/^[2-9BCDFGHJKMNPQRTVWXY]{5}$/);
  await popup.getByRole("status").filter({ hasText: "codes added" }).waitFor({ state: "detached" });
  await look(popup, "popup-codes-imported");

  await popup.getByRole("button", { name: "Add code" }).click();
  await openImport(popup);
  await fileInput(popup).setInputFiles([exported("ente-auth-sealed.json"), exported("one-password.1pux")]);
  await popup.getByText("This file is protected by a password.").waitFor();
  await popup.getByLabel("Password of ente-auth-sealed.json").fill("not this");
  await popup.getByRole("button", { name: "Open" }).click();
  await popup.getByText("That password doesn't open this file. Try again.").waitFor();
  await look(popup, "popup-import-password");
  await popup.getByLabel("Password of ente-auth-sealed.json").fill(password);
  await popup.getByRole("button", { name: "Open" }).click();
  await popup.getByText("7 codes from Ente Auth").waitFor();
  await popup.getByText("9 are here already").waitFor();
  await popup.getByText("Gone: was deleted in the other app").waitFor();
  expect(await popup.getByRole("button", { name: /^Add \d/ }).count()).toBe(0);
  await look(popup, "popup-import-already");

  await popup.getByRole("button", { name: "Leave out one-password.1pux" }).click();
  await fileInput(popup).setInputFiles(exported("google-parts-1-3.txt"));
  await popup.getByText("These are parts 1, 3 of 3.").waitFor();
  await fileInput(popup).setInputFiles({
    name: "holiday.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from([255, 216, 255, 224]),
  });
  await popup.getByText("This file is damaged or incomplete.").waitFor();
  await look(popup, "popup-import-parts");
});

journey("reads links that are pasted, and stays as it is when nothing is to be added", async ({ popup }) => {
  await openImport(popup);
  await popup
    .getByLabel("Or paste links")
    .fill("otpauth://totp/A:ana?secret=JBSWY3DPEHPK3PXP\nsteam://JBSWY3DPEHPK3PXQ\nnothing\n");
  await popup.getByRole("button", { name: "Read the links" }).click();
  await popup.getByText("2 codes will be added").waitFor();
  await popup.getByText("#3: isn't a link with a setup key").waitFor();
  await popup.getByRole("button", { name: "Add 2 codes" }).click();
  await popup.getByRole("listitem").filter({ hasText: "Steam" }).waitFor();
});
