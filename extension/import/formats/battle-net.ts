import { preferenceOf } from "../android-preferences.ts";
import { fromHex, fromUtf8 } from "../bytes.ts";
import { collect, nameOfParts } from "../collect.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";

const secretName = "com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET";
const serialName = "com.blizzard.messenger.AUTHENTICATOR_SERIAL";

/** What the app lays over its texts, the same on every phone. */
const mask = fromHex(
  "398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a",
);

/** Battle.net's authenticator as its Android app keeps it: one account, whose codes have eight digits. */
export const battleNet: ImportFormat = {
  matches: ({ text }) => preferenceOf(text, secretName) !== undefined,
  async read({ text }) {
    const secret = fromHex(unmasked(preferenceOf(text, secretName) ?? ""));
    const names = { issuer: "Battle.net", account: unmasked(preferenceOf(text, serialName) ?? "") };
    return collect("battle-net", [secret], () => ({
      name: nameOfParts(names.issuer, names.account),
      key: keyOf({ type: "totp", secret: secret ?? "", digits: 8, ...names }),
    }));
  },
};

function unmasked(hex: string): string {
  const bytes = fromHex(hex)?.map((byte, index) => byte ^ (mask?.[index] ?? 0));
  return (bytes && fromUtf8(bytes)) ?? "";
}
