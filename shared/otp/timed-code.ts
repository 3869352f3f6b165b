import { motpCode } from "./motp.ts";
import type { TimedKey } from "./otp-key.ts";
import { steamCode } from "./steam.ts";
import { totpCode } from "./totp.ts";
import { yandexCode } from "./yandex.ts";

/** The code of any key by time at `atMs`, milliseconds since 1970. */
export function timedCode(key: TimedKey, atMs: number): string {
  switch (key.type) {
    case "totp":
      return totpCode(key, atMs);
    case "steam":
      return steamCode(key, atMs);
    case "motp":
      return motpCode(key, atMs);
    case "yandex":
      return yandexCode(key, atMs);
  }
}
