import { expect, inject } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode, mailsTo } from "./support/mailbox.ts";

/** Calls the admin API as an operator's server does. */
async function operatorCalls(method: string, path: string, body?: object): Promise<{ id: string }> {
  const response = await fetch(`${inject("serviceAddress")}/v1/admin${path}`, {
    method,
    headers: { Authorization: `Bearer ${inject("operatorKey")}`, "Content-Type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
  return response.status === 204 ? { id: "" } : response.json();
}

/** The newest link to a page of ours in the mails to an address. */
async function mailedLink(address: string, page: string): Promise<string> {
  const links = async () =>
    (await mailsTo(address)).flatMap(({ text }) => new RegExp(`http\\S+/${page}\\?\\S+`).exec(text)?.[0] ?? []);
  await expect.poll(links, { timeout: 10_000 }).not.toEqual([]);
  return (await links())[0] ?? "";
}

journey("accepts an invitation, keeps two-factor on when an operator is fooled, and sees it all", async ({ page }) => {
  const person = somebody("invited");
  await operatorCalls("POST", "/invitations", { email: person.email });
  const invitation = await mailedLink(person.email, "accept-invitation");
  await page.goto(invitation);
  await page.getByRole("heading", { name: "You're invited" }).waitFor();
  await page.getByRole("textbox", { name: "Password", exact: true }).fill("password");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("alert").filter({ hasText: "too easy to guess" }).waitFor();
  await look(page, "accept-invitation-refused");
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(person.password);
  await page.getByText(/Very strong|Strong/).waitFor();
  await look(page, "accept-invitation");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByText("Your password is set.").waitFor();
  await look(page, "accept-invitation-done");
  // Used, it says so before it asks for anything.
  await page.goto(invitation);
  await page.getByRole("heading", { name: "This link no longer works" }).waitFor();
  await page.getByText("If you've set a password, sign in.").waitFor();
  await look(page, "accept-invitation-expired");

  await startSignIn(page, person);
  // Nobody has proved the address yet.
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email));
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  await page.goto("/profile/security");
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);

  const { people } = (await operatorCalls("GET", `/people?email=${person.email}`)) as unknown as {
    people: { id: string }[];
  };
  await operatorCalls("POST", `/people/${people[0]?.id}/two-factor-reset`);
  await page.goto(await mailedLink(person.email, "stop-two-factor-reset"));
  await page.getByRole("heading", { name: "Keep two-factor authentication on?" }).waitFor();
  await look(page, "stop-two-factor-reset");
  await page.getByRole("button", { name: "Keep it on" }).click();
  await page.getByText(/Your two-factor authentication stays on/).waitFor();

  await page.goto("/profile/security");
  await page.getByRole("button", { name: "See all: Recent activity" }).click();
  const activity = page.getByRole("list", { name: "Recent activity" });
  for (const act of [
    "The turning off of two-factor authentication was stopped",
    "An operator asked to turn two-factor authentication off, after a wait: Example Ltd support",
    "An operator looked at this account: Example Ltd support",
    "An operator sent an invitation: Example Ltd support",
  ]) {
    await activity.getByText(act).waitFor();
  }
  await look(page, "activity-of-operators");
});
