import type { Page } from "playwright-core";
import { expect } from "vitest";
import { createAccount, openAppSetUp, saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { besideServiceJourney } from "./support/beside.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import {
  authenticatorOf,
  oldKey,
  thisDevice,
  touchesWhenAsked,
  type VirtualAuthenticator,
  verifiesNobody,
} from "./support/virtual-authenticator.ts";

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^(Passkey|Another passkey)/ }).click();
  await page.getByLabel("Name").fill(name);
  await look(page, "passkey-set-up");
  await page.getByRole("button", { name: "Create passkey" }).click();
}

/** Somebody with one passkey, on this device, who has signed out again; answers what keeps it. */
async function signedOutOwner(page: Page, name: string): Promise<VirtualAuthenticator> {
  const authenticator = await authenticatorOf(page, thisDevice);
  await openSecurity(page, somebody(name));
  await addPasskey(page, "Laptop");
  await saveRecoveryCodes(page);
  await signOut(page);
  return authenticator;
}

journey(
  "adds a passkey, signs in by it with the password and without, and asks for nothing weaker",
  async ({ page }) => {
    const person = somebody("petra");
    const authenticator = await authenticatorOf(page, thisDevice);
    await openSecurity(page, person);
    await addPasskey(page, "Laptop");
    await saveRecoveryCodes(page);
    await page.getByText("On", { exact: true }).waitFor();
    await look(page, "passkey-on");

    // With conditional mediation the browser offers it by itself; here nobody has to choose.
    await signOut(page);
    await page.goto("/sign-in");
    await page.getByRole("heading", { name: "Profile" }).waitFor();

    await signOut(page);
    await touchesWhenAsked(authenticator, false);
    await startSignIn(page, person);
    await page.getByRole("heading", { name: "Use your passkey" }).waitFor();
    await look(page, "second-step-passkey");
    await touchesWhenAsked(authenticator, true);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByRole("heading", { name: "Profile" }).waitFor();

    await page.goto("/profile/security");
    await page.getByRole("switch", { name: "Only allow passkeys" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Use a passkey" }).click();
    await page.getByText("Only passkeys and recovery codes work now.").waitFor();
    await page.getByRole("button", { name: "Manage Laptop" }).click();
    await page.getByLabel("Name").fill("Old laptop");
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByText("Renamed to Old laptop.").waitFor();
    await page.getByRole("button", { name: "Manage Old laptop" }).click();
    await look(page, "passkey-manage");
    await page.getByRole("button", { name: "Remove" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Turn off/ })
      .click();
    await page.getByText("Two-factor authentication is off.").waitFor();
  },
);

journey("offers a passkey once to who signs in by codes, and says kindly what went wrong", async ({ page }) => {
  const person = somebody("quentin");
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);
  await page.getByRole("heading", { name: "Next time, sign in with a passkey" }).waitFor();
  await signOut(page);
  await startSignIn(page, person);
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("link", { name: "Add a passkey" }).waitFor();
  await look(page, "passkey-offer-profile");
  await page.goto("/profile/security");
  await page.getByRole("heading", { name: "Next time, sign in with a passkey" }).waitFor();
  await look(page, "passkey-offer");
  await page.getByRole("button", { name: "No thanks" }).click();
  await page.reload();
  await page.getByText("On", { exact: true }).waitFor();
  expect(await page.getByText("Next time, sign in with a passkey").count()).toBe(0);

  await authenticatorOf(page, oldKey);
  await addPasskey(page, "Old key");
  await page.getByText("Old key has been added.").waitFor();
  await addPasskey(page, "The same key");
  await page.getByText("That device already has a passkey for this account.").waitFor();
  await look(page, "passkey-already-there");

  // It verifies nobody, so it is a second step and no more.
  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("button", { name: "Try another way" }).click();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("lets nobody in by a passkey alone that verified nobody", async ({ page }) => {
  const authenticator = await signedOutOwner(page, "rosa");
  await verifiesNobody(authenticator);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText(/^No passkey was used/).waitFor();
  await look(page, "sign-in-passkey-cancelled");
});

journey(
  "signs in by the button alone, once however often it is pressed, and forgets a passkey that is off",
  async ({ page }) => {
    const authenticator = await signedOutOwner(page, "tara");
    // A browser that offers nothing by itself.
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    await page.goto("/sign-in");

    const asked: string[] = [];
    page.on("request", (request) => request.url().endsWith("/v1/sign-in/passkey/options") && asked.push(request.url()));
    await page.getByRole("button", { name: "Sign in with a passkey" }).dblclick();
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    expect(asked).toHaveLength(1);

    await page.goto("/profile/security");
    await page.getByRole("button", { name: "Turn off two-factor authentication" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
    await page.getByText("Two-factor authentication is off.").waitFor();
    const { devtools, authenticatorId } = authenticator;
    const kept = async () => (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
    await expect.poll(kept).toEqual([]);
  },
);

besideServiceJourney(
  "goes on in a tab from the popup, which a browser closes under its question",
  async ({ beside }) => {
    const person = somebody("sven");
    const inTab = async (popup: Page) => {
      const [tab] = await Promise.all([
        beside.context.waitForEvent("page"),
        popup.getByRole("button", { name: "Go on in a tab" }).click(),
      ]);
      return tab;
    };
    const popup = await beside.screens("#show=security");
    await popup.getByRole("button", { name: "Create an account" }).click();
    await createAccount(popup, person);
    await popup.getByRole("button", { name: /^(Passkey|Another passkey)/ }).click();
    await look(popup, "popup-passkey");
    const tab = await inTab(popup);
    const authenticator = await authenticatorOf(tab, thisDevice);
    await tab.getByLabel("Name").fill("This browser");
    await tab.getByRole("button", { name: "Create passkey" }).click();
    await saveRecoveryCodes(tab);
    await tab.getByText("On", { exact: true }).waitFor();
    const credentials = await authenticator.devtools.send("WebAuthn.getCredentials", {
      authenticatorId: authenticator.authenticatorId,
    });
    expect(credentials.credentials.map(({ rpId }) => rpId)).toEqual(["localhost"]);
    await tab.getByRole("button", { name: "Sign out", exact: true }).click();

    // The step is kept, so the tab goes on where the popup was.
    const again = await beside.screens("#show=security");
    await typePassword(again, person);
    await again.getByRole("heading", { name: "Use your passkey" }).waitFor();
    await look(again, "popup-second-step-passkey");
    const next = await inTab(again);
    await next.getByRole("button", { name: "Use a passkey" }).waitFor();
    const held = await authenticatorOf(next, thisDevice);
    for (const credential of credentials.credentials) {
      await held.devtools.send("WebAuthn.addCredential", { authenticatorId: held.authenticatorId, credential });
    }
    await next.getByRole("button", { name: "Use a passkey" }).click();
    await next.getByText("On", { exact: true }).waitFor();
  },
);
