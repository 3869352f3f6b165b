import { expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { ageProtection } from "./support/age.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { choose, next, resetByCode, sayNotMe, signInByRecoveryCode } from "./support/recovering.ts";
import { authenticatorOf, thisDevice, touchesWhenAsked } from "./support/virtual-authenticator.ts";

journey(
  "undoes what a thief did: asked for their own app, not for the thief's passkey",
  async ({ page, anotherBrowser }) => {
    const person = somebody("robin");
    await openSecurity(page, person);
    const app = authenticatorWith(await openAppSetUp(page));
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    const [stolenCode = ""] = await saveRecoveryCodes(page);
    await ageProtection(person.email, 40);

    // Somebody has the password and one of the recovery codes, and adds a passkey to come back by.
    const thief = await anotherBrowser();
    const passkey = await authenticatorOf(thief, thisDevice);
    await signInByRecoveryCode(thief, person, stolenCode);
    await thief.goto("/profile/security");
    await thief.getByRole("button", { name: /^(Passkey|Another passkey)/ }).click();
    await thief.getByLabel("Name").fill("Spare phone");
    await thief.getByRole("button", { name: "Create passkey" }).click();
    await thief.getByText("Spare phone has been added.").waitFor();
    await touchesWhenAsked(passkey, false);

    await sayNotMe(page, person);
    await thief.reload();
    await thief.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
    await page.goto("/sign-in");
    await resetByCode(page, person, 2);
    await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
    await page.getByRole("button", { name: "Try another way" }).click();
    expect(await page.getByRole("button", { name: "Use a passkey" }).count()).toBe(0);
    await page.getByLabel("6-digit code").fill(await app.nextCode());

    // The review comes before anything else, and waits until each change is decided.
    await page.getByRole("heading", { name: "Review recent changes" }).waitFor();
    await page.getByText("You've been signed out everywhere, and your password has been changed.").waitFor();
    const row = page.getByRole("listitem").filter({ hasText: "Passkey “Spare phone”" });
    expect(await row.textContent()).toMatch(/Added .*Chrome on Linux/);
    await look(page, "review");
    await page.getByRole("button", { name: "Apply choices" }).click({ force: true });
    await page.getByText("Choose Keep or Remove.").waitFor();
    await look(page, "review-undecided");
    await page.getByRole("button", { name: "Decide later" }).click();
    await page.getByText("1 recent change is on hold until you decide.").waitFor();
    await page.getByText("On", { exact: true }).waitFor();
    await look(page, "review-later");
    await page.getByRole("button", { name: "Review", exact: true }).click();
    await choose(page, "Passkey “Spare phone”", "Remove");
    await look(page, "review-decided");
    await page.getByRole("button", { name: "Remove 1" }).click();
    const question = page.getByRole("dialog", { name: "Confirm it's you" });
    await question.getByLabel("6-digit code").fill(await app.nextCode());
    await look(page, "review-step-up");
    expect(await page.getByText("Your review is done.").count(), "the last digit removes nothing (C8)").toBe(0);
    await question.getByRole("button", { name: "Remove 1" }).click();
    await page.getByText("Your review is done.").waitFor();

    await thief.goto("/sign-in");
    await touchesWhenAsked(passkey, true);
    await thief.getByRole("button", { name: "Sign in with a passkey" }).click();
    // The browser may have been told by then that it is no account's any more.
    await thief.getByText(/^(That passkey didn't prove that it's you|No passkey was used)/).waitFor();
    await startSignIn(thief, person);
    await thief.getByText("That e-mail and password don't match an account.").waitFor();
  },
);

journey("shows the review in a panel that was open while the session ended", async ({ page, anotherBrowser }) => {
  const person = somebody("openia");
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);
  await ageProtection(person.email, 2);
  const elsewhere = await anotherBrowser();
  await sayNotMe(elsewhere, person);
  await elsewhere.goto("/sign-in");
  await resetByCode(elsewhere, person, 2);
  await elsewhere.getByLabel("6-digit code").fill(await app.nextCode());
  await elsewhere.getByRole("heading", { name: "Review recent changes" }).waitFor();

  await page.getByRole("button", { name: "See all: Recent activity" }).click();
  await page.getByRole("status").filter({ hasText: "You've been signed out. Sign in again to go on." }).waitFor();
  await typePassword(page, { ...person, password: next });
  await page.getByRole("heading", { name: "Review recent changes" }).waitFor();
  await page.getByRole("button", { name: "Decide later" }).click();
  await page.getByText("2 recent changes are on hold until you decide.").waitFor();
});

journey("lets somebody who pressed in panic in by what is on hold, and keep it", async ({ page }) => {
  const person = somebody("pania");
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);
  await ageProtection(person.email, 2);
  await sayNotMe(page, person);
  await page.getByRole("link", { name: "Go to sign-in" }).click();
  await resetByCode(page, person, 2);
  await page.getByText(/^Your methods have been on hold since/).waitFor();
  await look(page, "second-step-on-hold");
  await page.getByLabel("6-digit code").fill(await app.nextCode());

  await page.getByRole("heading", { name: "Review recent changes" }).waitFor();
  await choose(page, "Authenticator app", "Keep");
  await choose(page, "Recovery codes", "Keep");
  await page.getByRole("button", { name: "Keep 2" }).click();
  const question = page.getByRole("dialog", { name: "Confirm it's you" });
  await question.getByRole("textbox", { name: "Password", exact: true }).fill(next);
  await question.getByRole("button", { name: "Keep 2" }).click();
  await page.getByText("Your review is done.").waitFor();
  await page.getByText("On", { exact: true }).waitFor();
  await signOut(page);
  await startSignIn(page, { ...person, password: next });
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("reviews in the popup what a thief with the password added", async ({ popup, anotherBrowser }) => {
  const person = somebody("pola");
  const page = await anotherBrowser();
  await openSecurity(page, person);
  const thief = await anotherBrowser();
  await startSignIn(thief, person);
  await thief.getByRole("heading", { name: "Profile" }).waitFor();
  await thief.goto("/profile/security");
  const app = authenticatorWith(await openAppSetUp(thief));
  await thief.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(thief);
  await sayNotMe(page, person);

  await popup.getByRole("button", { name: "Security" }).click();
  await resetByCode(popup, person, 2);
  await popup.getByRole("heading", { name: "Review recent changes" }).waitFor();
  await choose(popup, "Authenticator app", "Remove");
  // What was chosen is still there when the popup was closed in between.
  await popup.reload();
  await popup.getByRole("heading", { name: "Review recent changes" }).waitFor();
  await popup.getByText("1 change left to decide.").waitFor();
  await choose(popup, "Recovery codes", "Remove");
  await look(popup, "popup-review");
  await popup.getByRole("button", { name: "Remove 2" }).click();
  const question = popup.getByRole("dialog", { name: "Confirm it's you" });
  await question.getByRole("textbox", { name: "Password", exact: true }).fill(next);
  await question.getByRole("button", { name: "Remove 2" }).click();
  await popup.getByText("Your review is done.").waitFor();
  await popup.getByText("Your account is protected by your password alone.").waitFor();
});
