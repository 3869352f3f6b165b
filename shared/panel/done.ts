import type { WaitingType } from "../contract/waiting.ts";

/** What has just been done, to be said; `name` is what the thing is called that it was done to. */
export type Done =
  | { what: "two_factor_on" | "two_factor_off" | "password_changed" | "others_ended" | "devices_forgotten" }
  | { what: "passkeys_only" | "codes_again" | "reviewed" }
  | { what: "waiting_stopped"; type: WaitingType }
  | { what: "method_added" | "method_removed" | "method_preferred" | "passkey_renamed"; name: string }
  | { what: "place_ended" | "app_removed" | "device_forgotten" | "device_renamed" | "email_changed"; name: string };
