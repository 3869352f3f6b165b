import type { PublicSettings } from "../../shared/contract/public-settings.ts";
import type { Settings } from "../environment.ts";

/** The settings that pages, the extension and other clients may know; addresses that are not set are left out. */
export function publicSettingsOf(settings: Settings): PublicSettings {
  const { passwordMinimum, deletionDays, termsUrl, privacyUrl, extensionUrl, allowedExtensions } = settings;
  return {
    passwordMinimum,
    deletionDays,
    ...(termsUrl !== null && { termsUrl }),
    ...(privacyUrl !== null && { privacyUrl }),
    ...(extensionUrl !== null && { extensionUrl }),
    extensionIds: allowedExtensions,
  };
}
