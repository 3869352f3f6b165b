import { expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody } from "./support/account.ts";
import { ageProtection } from "./support/age.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode, mailedLink } from "./support/mailbox.ts";
import { next, resetByCode, signInByRecoveryCode } from "./support/recovering.ts";

journey(
  "takes an address back with a factor from before, and not with the link alone",
  async ({ page, anotherBrowser }) => {
    const person = somebody("uma");
    await openSecurity(page, person);
    const app = authenticatorWith(await openAppSetUp(page));
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    const [first = "", second = ""] = await saveRecoveryCodes(page);
    await ageProtection(person.email, 40);
    const thief = await anotherBrowser();
    await signInByRecoveryCode(thief, person, first);
    await thief.goto("/profile/security");
    await thief.getByRole("button", { name: "Change e-mail" }).click();
    const { email: elsewhere } = somebody("uma-elsewhere");
    await thief.getByLabel("New e-mail").fill(elsewhere);
    await thief.getByRole("button", { name: "Send the code" }).click();
    const question = thief.getByRole("dialog", { name: "Confirm it's you" });
    await question.getByRole("button", { name: "Try another way" }).click();
    await question.getByRole("button", { name: "Use a recovery code" }).click();
    await question.getByLabel("Recovery code").fill(second);
    await question.getByRole("button", { name: "Confirm" }).click();
    await thief.getByLabel("6-digit code").fill(await mailedCode(elsewhere));
    await thief.getByRole("button", { name: "Change e-mail" }).click();
    await thief.getByText(`Your e-mail is ${elsewhere} now.`).waitFor();

    await page.goto(await mailedLink(person.email, "/undo-email"));
    expect(page.url(), "the link is out of the address").not.toContain("link");
    const putBack = page.getByRole("button", { name: "Put my address back" });
    await putBack.click();
    await page.getByText(/^Two-factor authentication protects this account/).waitFor();
    await look(page, "undo-email-proof");
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    await putBack.click();
    await page.getByText(/^Your address is back/).waitFor();
    await thief.reload();
    await thief.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
  },
);

journey("shows what waits, and stops it with a fresh proof alone", async ({ page, anotherBrowser }) => {
  const person = somebody("wanda");
  await openSecurity(page, person);
  await page.getByRole("button", { name: /^E-mail/ }).click();
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 2));
  const [recoveryCode = ""] = await saveRecoveryCodes(page);

  // Somebody in the inbox asks for a new password, which waits.
  const stranger = await anotherBrowser();
  await stranger.goto("/sign-in");
  await resetByCode(stranger, person, 3);
  await stranger.getByRole("heading", { name: "Your new password has to wait" }).waitFor();

  await page.reload();
  await page.getByRole("heading", { name: "A password reset is waiting" }).waitFor();
  await look(page, "waiting");
  await page.getByRole("button", { name: "Stop the reset" }).click();
  const question = page.getByRole("dialog", { name: "Confirm it's you" });
  await question.getByRole("button", { name: "Try another way" }).click();
  await question.getByRole("button", { name: "Use a recovery code" }).click();
  await question.getByLabel("Recovery code").fill(recoveryCode);
  await question.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("The password reset has been stopped.").waitFor();
  expect(await page.getByRole("heading", { name: "A password reset is waiting" }).count()).toBe(0);
  // The stranger's new password never works: the old one is what is asked for.
  await startSignIn(stranger, { ...person, password: next });
  await stranger.getByText("That e-mail and password don't match an account.").waitFor();
});
