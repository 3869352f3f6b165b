import { expect, it } from "vitest";
import type { Account, Method } from "../../../../shared/contract/account.ts";
import { panel } from "../../../../shared/locales/es/panel.ts";
import { passkey } from "../../../../shared/locales/es/passkey.ts";
import { nameOf, removalOf } from "../../../../shared/panel/two-factor/method-words.ts";
import type { Words } from "../../../../shared/panel/words.tsx";

const words = { ...panel, passkey } as Words;
const named = (type: Method["type"], name: string, id = "m1") => ({ id, type, name }) as Method;
const owning = (methods: Method[], passkeysOnly: boolean) => ({ twoFactor: { methods, passkeysOnly } }) as Account;

it("calls a method without a name by its kind, in the language of whoever reads and not of the day of its setup", () => {
  expect(nameOf(named("app", "Authenticator app"), words)).toBe("Aplicación de autenticación");
  expect(nameOf(named("email", "E-mail"), words)).toBe("Correo electrónico");
  expect(nameOf(named("passkey", "Passkey"), words)).toBe("Llave de acceso");
  expect(nameOf(named("app", "Pixel 9"), words)).toBe("Pixel 9");
});

it("says that removing the last passkey ends asking for passkeys alone, and only then", () => {
  const [first, second, app] = [
    named("passkey", "Laptop"),
    named("passkey", "Phone", "m2"),
    named("app", "Pixel", "m3"),
  ];
  expect(removalOf(first, owning([first, app], true), words).lead).toContain(passkey.endsOnly);
  expect(removalOf(first, owning([first], true), words).lead).toContain(passkey.endsOnly);
  expect(removalOf(first, owning([first, second], true), words).lead).not.toContain(passkey.endsOnly);
  expect(removalOf(first, owning([first, app], false), words).lead).not.toContain(passkey.endsOnly);
});
