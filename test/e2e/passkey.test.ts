import type { CDPSession, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { createAccount, openAppSetUp, saveRecoveryCodes, somebody } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

/** What a virtual authenticator can do (Chrome DevTools Protocol, WebAuthn domain). */
interface Abilities {
  transport: "internal" | "usb";
  hasResidentKey: boolean;
  hasUserVerification: boolean;
}

const thisDevice: Abilities = { transport: "internal", hasResidentKey: true, hasUserVerification: true };
const oldKey: Abilities = { transport: "usb", hasResidentKey: false, hasUserVerification: false };

/** An authenticator whose person is there, and who touches it when they are asked. */
async function authenticatorOf(page: Page, abilities: Abilities) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ...abilities,
      isUserVerified: abilities.hasUserVerification,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}

async function verifiesNobody({ devtools, authenticatorId }: { devtools: CDPSession; authenticatorId: string }) {
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Passkey/ }).click();
  await page.getByLabel("Name").fill(name);
  await look(page, "passkey-set-up");
  await page.getByRole("button", { name: "Create passkey" }).click();
}

journey(
  "adds a passkey, signs in by it with the password and without, and asks for nothing weaker",
  async ({ page }) => {
    const person = somebody("petra");
    const authenticator = await authenticatorOf(page, thisDevice);
    await openSecurity(page, person);
    await addPasskey(page, "Laptop");
    await saveRecoveryCodes(page);
    await page.getByText("On: passkey.").waitFor();
    await look(page, "passkey-on");

    // With conditional mediation the browser offers it by itself; here nobody has to choose.
    await signOut(page);
    await page.goto("/sign-in");
    await page.getByRole("heading", { name: "Profile" }).waitFor();

    await signOut(page);
    await authenticator.devtools.send("WebAuthn.setAutomaticPresenceSimulation", {
      authenticatorId: authenticator.authenticatorId,
      enabled: false,
    });
    await startSignIn(page, person);
    await page.getByRole("heading", { name: "Use your passkey" }).waitFor();
    await look(page, "second-step-passkey");
    await authenticator.devtools.send("WebAuthn.setAutomaticPresenceSimulation", {
      authenticatorId: authenticator.authenticatorId,
      enabled: true,
    });
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByRole("heading", { name: "Profile" }).waitFor();

    await page.goto("/profile/security");
    await page.getByRole("button", { name: "Accept only passkeys" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Use a passkey" }).click();
    await page.getByText("From now on only passkeys sign in.").waitFor();
    await page.getByRole("button", { name: "Manage Laptop" }).click();
    await page.getByLabel("Name").fill("Old laptop");
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByText("The passkey is called Old laptop now.").waitFor();
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
  await page.getByText("On: authenticator app.").waitFor();
  expect(await page.getByText("Next time, sign in with a passkey").count()).toBe(0);

  await authenticatorOf(page, oldKey);
  await page.getByRole("button", { name: "Add another method" }).click();
  await addPasskey(page, "Old key");
  await page.getByText("Old key has been added.").waitFor();
  await page.getByRole("button", { name: "Add another method" }).click();
  await addPasskey(page, "The same key");
  await page.getByText("What you chose keeps a passkey of this account already.").waitFor();
  await look(page, "passkey-already-there");

  // It verifies nobody, so it is a second step and no more.
  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("button", { name: "Use another way" }).click();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("lets nobody in by a passkey alone that verified nobody", async ({ page }) => {
  const person = somebody("rosa");
  const authenticator = await authenticatorOf(page, thisDevice);
  await openSecurity(page, person);
  await addPasskey(page, "Phone");
  await saveRecoveryCodes(page);
  await signOut(page);
  await verifiesNobody(authenticator);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("Nothing was used. Try again, or use another way.").waitFor();
  await look(page, "sign-in-passkey-cancelled");
});

journey("leads from the popup, where no passkey can be made, to the page where one can", async ({ popup }) => {
  const person = somebody("sven");
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Create an account" }).click();
  await createAccount(popup, person);
  await popup.getByRole("button", { name: /^Passkey/ }).click();
  const link = popup.getByRole("link", { name: "Open that page" });
  expect(await link.getAttribute("href")).toBe(`${inject("serviceAddress")}/profile/security`);
  await look(popup, "popup-passkey");
});
