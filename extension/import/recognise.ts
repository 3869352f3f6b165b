import type { FileContent } from "./content.ts";
import type { ImportFormat } from "./format.ts";
import { aegis } from "./formats/aegis.ts";
import { andOtp, andOtpSealed } from "./formats/andotp.ts";
import { authenticatorExtension } from "./formats/authenticator-extension.ts";
import { authy } from "./formats/authy.ts";
import { battleNet } from "./formats/battle-net.ts";
import { bitwarden } from "./formats/bitwarden.ts";
import { duo } from "./formats/duo.ts";
import { enteAuth } from "./formats/ente-auth.ts";
import { freeOtp } from "./formats/freeotp.ts";
import { freeOtpPlus } from "./formats/freeotp-plus.ts";
import { htmlPage } from "./formats/html-page.ts";
import { keepass } from "./formats/keepass.ts";
import { lastPassAuthenticator } from "./formats/lastpass-authenticator.ts";
import { latchkeyBackup } from "./formats/latchkey-backup.ts";
import { loginCsv } from "./formats/login-csv.ts";
import { onePassword } from "./formats/one-password.ts";
import { protonAuthenticator } from "./formats/proton-authenticator.ts";
import { protonPass } from "./formats/proton-pass.ts";
import { raivo } from "./formats/raivo.ts";
import { steam } from "./formats/steam.ts";
import { stratum } from "./formats/stratum.ts";
import { totpAuthenticator } from "./formats/totp-authenticator.ts";
import { twoFas } from "./formats/two-fas.ts";
import { uriList } from "./formats/uri-list.ts";

/** Every format, the ones with marks of their own first, and last those that are known only by what they are not. */
export const formats: readonly ImportFormat[] = [
  latchkeyBackup,
  aegis,
  twoFas,
  bitwarden,
  enteAuth,
  protonAuthenticator,
  protonPass,
  stratum,
  freeOtpPlus,
  onePassword,
  raivo,
  lastPassAuthenticator,
  steam,
  duo,
  andOtp,
  authenticatorExtension,
  freeOtp,
  authy,
  battleNet,
  keepass,
  loginCsv,
  htmlPage,
  uriList,
  totpAuthenticator,
  andOtpSealed,
];

/** The format of a file by what is in it; undefined where it is none that is known. */
export function recognise(content: FileContent): ImportFormat | undefined {
  return formats.find((format) => format.matches(content));
}
