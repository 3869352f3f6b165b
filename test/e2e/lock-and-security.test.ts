import { createAccount, saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { addAccount, setPassphrase, unlock } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const passphrase = "a quiet harbour at dawn";

journey("asks to unlock for 'Use this browser', and Security works while the codes are locked", async ({ popup }) => {
  const person = somebody("locked");
  await addAccount(popup, "GitHub", key);
  await setPassphrase(popup, passphrase);
  await popup.getByRole("button", { name: "Lock now" }).click();
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Create an account" }).click();
  await createAccount(popup, person);
  await popup.getByRole("button", { name: /^(Authenticator|Another authenticator) app/ }).click();
  await popup.getByText("anyone who gets into this browser still needs your passphrase").waitFor();
  await look(popup, "lock-app-set-up");
  await popup.getByRole("button", { name: "Use this browser" }).click();
  const dialog = popup.getByRole("dialog", { name: "Unlock your codes" });
  await dialog.waitFor();
  await look(popup, "lock-asks");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await popup.getByText("The key couldn't be saved in this browser").waitFor();
  await popup.getByRole("button", { name: "Use this browser" }).click();
  await unlock(popup, passphrase);
  await saveRecoveryCodes(popup);
  await popup.getByText(/^This browser · /).waitFor();
  await look(popup, "lock-security-on");

  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByRole("button", { name: "Lock now" }).click();
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Sign out", exact: true }).click();
  await typePassword(popup, person);
  await popup.getByRole("button", { name: "Use this browser's code" }).click();
  await unlock(popup, passphrase);
  await popup.getByText("On", { exact: true }).waitFor();
});

journey("says what codes beside the password protect from, and offers the lock", async ({ popup }) => {
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Create an account" }).click();
  await createAccount(popup, somebody("honest"));
  await popup.getByRole("button", { name: /^(Authenticator|Another authenticator) app/ }).click();
  await popup.getByText("but anyone who gets into this browser has both").waitFor();
  await look(popup, "lock-offered-at-set-up");
  await popup.getByRole("button", { name: "Use this browser" }).click();
  await saveRecoveryCodes(popup);
  await popup.getByText("but anyone who gets into this browser has both").waitFor();
  await look(popup, "lock-offered");
  await popup.getByRole("button", { name: "Lock the codes with a passphrase" }).click();
  await popup.getByRole("button", { name: "Set a passphrase" }).waitFor();
});
