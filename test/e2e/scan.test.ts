import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import QRCode from "qrcode";
import { afterAll, beforeAll, expect } from "vitest";
import { authenticatorWith, expectCode } from "./support/authenticator.ts";
import { besideJourney } from "./support/beside.ts";
import { launchOptions } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { type PageServer, servePages } from "./support/page-server.ts";
import { filmOfCode, pageOfCodes } from "./support/shown-codes.ts";

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const link = (name: string, from = 0) => `otpauth://totp/${name}:ana?secret=${secret.slice(from)}&issuer=${name}`;
const cameraFilm = join(tmpdir(), `latchkey-camera-${process.pid}.y4m`);
let server: PageServer;
let imageOfGitHub: string;

beforeAll(async () => {
  const parts = (await readFile(new URL("../data/exports/google-parts-1-3.txt", import.meta.url), "utf8")).split("\n");
  server = await servePages({
    "/one": await pageOfCodes([link("GitHub")], 220),
    "/small": await pageOfCodes([link("GitHub")], 90),
    "/night": await pageOfCodes([link("GitHub")], 200, { dark: "#fff", light: "#000" }),
    "/many": await pageOfCodes([link("GitHub"), link("npm", 4), link("Bank", 8)], 220),
    "/address": await pageOfCodes(["https://example.com/menu"], 200),
    "/part-1": await pageOfCodes([parts[0] ?? ""], 300),
    "/part-3": await pageOfCodes([parts[1] ?? ""], 300),
    "/none": "<!doctype html><title>None</title><p>Nothing to scan.",
  });
  imageOfGitHub = await QRCode.toDataURL(link("GitHub"));
  await writeFile(cameraFilm, filmOfCode(link("Filmed")));
});
afterAll(async () => {
  await server.stop();
  await rm(cameraFilm, { force: true });
});

const scanJourney = besideJourney.override("launch", {
  ...launchOptions,
  args: [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${cameraFilm}`,
  ],
});

async function sized(page: Page): Promise<Page> {
  await page.setViewportSize({ width: 380, height: 600 });
  return page;
}

scanJourney("scans the page in view, and shows what it found with its code before saving", async ({ beside }) => {
  for (const path of ["/one", "/small", "/night"]) {
    const page = await beside.visit(server.site + path);
    const screen = await sized(await beside.windowBeside(page));
    if (path === "/one") await look(screen, "scan-empty");
    await screen.getByRole("button", { name: "Scan this page" }).click();
    await screen.getByRole("heading", { name: "Found 1 code" }).waitFor();
    await expectCode(() => screen.getByRole("listitem").textContent(), authenticatorWith(secret).codeNow);
    if (path === "/one") await look(screen, "scan-found");
    if (path !== "/night") {
      await page.close();
      await screen.close();
      continue;
    }
    await screen.getByRole("button", { name: "Save code" }).click();
    await screen.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
    await screen.getByRole("button", { name: "Fill on this page" }).waitFor();
    await look(screen, "codes-beside");
  }
});

scanJourney("lets the person choose among several codes in view, and doubles none", async ({ beside }) => {
  const page = await beside.visit(`${server.site}/many`);
  const screen = await sized(await beside.windowBeside(page));
  await screen.getByRole("button", { name: "Scan this page" }).click();
  await screen.getByRole("heading", { name: "Found 3 codes" }).waitFor();
  await look(screen, "scan-choose");
  await screen.getByLabel(/Bank/).uncheck();
  await screen.getByRole("button", { name: "Save 2 codes" }).click();
  await screen.getByRole("status").filter({ hasText: "2 codes added." }).waitFor();
  expect(await screen.getByRole("listitem").count()).toBe(2);

  await screen.getByRole("button", { name: "Add code" }).click();
  await screen.getByRole("button", { name: "Scan this page" }).waitFor();
  await look(screen, "scan-add");
  await screen.getByRole("button", { name: "Scan this page" }).click();
  await screen.getByText("Already saved").first().waitFor();
  expect(await screen.getByLabel(/GitHub/).isDisabled()).toBe(true);
  await screen.getByRole("button", { name: "Save code" }).click();
  await screen.getByRole("listitem").filter({ hasText: "Bank" }).waitFor();
});

scanJourney("says what is wrong, and names the other ways", async ({ beside }) => {
  const none = await beside.visit(`${server.site}/none`);
  const screen = await sized(await beside.windowBeside(none));
  await screen.getByRole("button", { name: "Scan this page" }).click();
  await screen.getByText("No QR code was found on this page.").waitFor();
  await look(screen, "scan-nothing");
  await none.goto(`${server.site}/address`);
  await screen.getByRole("button", { name: "Scan this page" }).click();
  await screen.getByText("That QR code has no setup key. It begins with “https://example.com/menu”").waitFor();
  await screen.close();

  const page = await beside.screens("#in=page");
  await page.getByRole("button", { name: "Scan a QR code" }).click();
  expect(await page.getByRole("button", { name: "Scan this page" }).count()).toBe(0);
  await look(page, "scan-full-page");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "no.png", mimeType: "image/png", buffer: Buffer.from("no") });
  await page.getByText("That isn't an image Latchkey can read.").waitFor();
});

scanJourney(
  "takes an image by file, by drop and by paste, the clipboard, and many links at once",
  async ({ beside }) => {
    const page = await beside.screens("#in=page");
    const png = Buffer.from(imageOfGitHub.slice(imageOfGitHub.indexOf(",") + 1), "base64");
    const found = page.getByRole("heading", { name: "Found 1 code" });
    const again = async () => {
      await found.waitFor();
      await page.getByRole("button", { name: "Scan something else" }).click();
      await found.waitFor({ state: "detached" });
    };
    await page.getByRole("button", { name: "Scan a QR code" }).click();
    await page.locator("input[type=file]").setInputFiles({ name: "qr.png", mimeType: "image/png", buffer: png });
    await again();
    const give = async (type: "drop" | "paste", image: string | null, text: string) =>
      await page.evaluate(
        async ([kind, base64, plain]) => {
          const transfer = new DataTransfer();
          if (base64) {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            transfer.items.add(new File([bytes], "qr.png", { type: "image/png" }));
          } else transfer.setData("text/plain", plain);
          const event =
            kind === "drop"
              ? new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
              : new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
          document.activeElement?.dispatchEvent(event);
        },
        [type, image, text] as const,
      );
    await give("drop", png.toString("base64"), "");
    await again();
    await give("paste", png.toString("base64"), "");
    await again();
    await give("drop", null, imageOfGitHub);
    await again();
    await page.evaluate(async (text) => await navigator.clipboard.writeText(text), link("GitHub"));
    await page.getByRole("button", { name: "Clipboard" }).click();
    await again();
    await page.getByLabel("Link", { exact: true }).focus();
    await give("paste", null, [link("GitHub"), link("npm", 4), "otpauth://totp/broken", link("Bank", 8)].join("\n"));
    await page.getByRole("heading", { name: "Found 3 codes" }).waitFor();
    await page.getByText("1 code could not be taken:").waitFor();
    await look(page, "scan-many");
    await page.getByRole("button", { name: "Save 3 codes" }).click();
    await expect.poll(() => page.getByRole("listitem").count()).toBe(3);
  },
);

scanJourney("collects the parts of Google Authenticator's export, scanned one after the other", async ({ beside }) => {
  const page = await beside.visit(`${server.site}/part-1`);
  const screen = await sized(await beside.windowBeside(page));
  await screen.getByRole("button", { name: "Scan this page" }).click();
  await screen.getByText("This is part 1 of 3.").waitFor();
  await look(screen, "scan-part");
  await screen.keyboard.press("Escape");
  await page.goto(`${server.site}/part-3`);
  await screen.getByRole("button", { name: "Scan this page" }).click();
  await screen.getByText("These are parts 1, 3 of 3.").waitFor();
});

scanJourney("scans by the camera, in a tab", async ({ beside }) => {
  const page = await beside.screens("#in=page&open=camera");
  await page.getByRole("heading", { name: "Found 1 code" }).waitFor();
  await page.getByText("Filmed").waitFor();
  await page.getByRole("button", { name: "Save code" }).click();
  await page.getByRole("listitem").filter({ hasText: "Filmed" }).waitFor();
});
