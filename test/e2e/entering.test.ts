import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { somebody } from "./support/account.ts";
import { openSecurity, signOut } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode } from "./support/mailbox.ts";

/** Pastes a text into a field, as a person does who copied it. */
const paste = (field: Locator, text: string) =>
  field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** Puts a value into a field without telling the page, as some password managers do. */
const fillInSilence = (field: Locator, text: string) =>
  field.evaluate((element, value) => {
    (element as HTMLInputElement).value = value;
  }, text);

journey("C7 reads a code as it is meant, and sends nothing of a sentence that has none", async ({ page }) => {
  const person = somebody("pasting");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/accounts/verify")) sent.push(request.postData() ?? "");
  });
  await page.goto("/create-account");
  await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  const field = page.getByLabel("6-digit code");
  await field.waitFor();
  const code = await mailedCode(person.email);

  for (const text of ["Your order 1234 was sent 5 days ago", "1234567", "12 34 56 78", "no digits"]) {
    await paste(field, text);
    await page.getByText("A code has exactly 6 digits. Enter only the code.").waitFor();
    expect(await field.inputValue(), text).toBe("");
  }
  await look(page, "code-not-taken");
  await paste(field, `${code} or 654321`);
  await page.getByText("There's more than one 6-digit code in that.").waitFor();
  await field.pressSequentially("12");
  expect(await page.getByText("There's more than one 6-digit code in that.").count()).toBe(0);
  expect(sent).toEqual([]);
  await paste(field, `It expires in 10 minutes: ${code.slice(0, 3)}\u2013${code.slice(3)}`);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  expect(sent).toHaveLength(1);
});

journey(
  "counts what a password manager filled in without a word, and tells it whose password it is",
  async ({ page }) => {
    const person = somebody("filled");
    await openSecurity(page, person);
    await page.getByRole("button", { name: "Change password" }).click();
    const form = page.locator("form").filter({ has: page.getByLabel("Current password") });
    expect(await form.locator("input[autocomplete=username]").inputValue()).toBe(person.email);
    await fillInSilence(form.getByLabel("Current password"), person.password);
    await fillInSilence(form.getByLabel("New password"), "velvet anchor ladder");
    await form.getByRole("button", { name: "Change password" }).click();
    await page.getByText("Your password has been changed.").waitFor();

    await signOut(page);
    await page.goto("/sign-in");
    await fillInSilence(page.getByRole("textbox", { name: "E-mail" }), person.email);
    await fillInSilence(page.getByRole("textbox", { name: "Password", exact: true }), "velvet anchor ladder");
    await page.getByRole("button", { name: "Show" }).click();
    expect(await page.getByRole("textbox", { name: "Password", exact: true }).inputValue()).toBe(
      "velvet anchor ladder",
    );
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Profile" }).waitFor();

    // Each form with a password says whose it is, and what is to be saved of it.
    await signOut(page);
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
    await page.getByRole("button", { name: "Forgot your password?" }).click();
    await page.getByRole("button", { name: "Send the code" }).click();
    await page.getByLabel("6-digit code").waitFor();
    const hints = await page
      .locator("form input")
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("autocomplete")));
    expect(hints).toEqual(["username", "one-time-code", "new-password"]);
    expect(await page.locator("input[autocomplete=username]").inputValue()).toBe(person.email);
  },
);
