import type { Locale } from "../../shared/contract/account.ts";
import type { World } from "../world.ts";
import type { LetterSetting } from "./letter-parts.ts";

/** What a letter needs of the world: who asks, when, and where the service is. */
export type LetterWorld = Pick<World, "now" | "caller"> & { settings: Pick<World["settings"], "origin"> };

/** Where a letter of this world comes from, and in which language. */
export function settingOf({ settings }: LetterWorld, locale: Locale): LetterSetting {
  return { locale, origin: settings.origin };
}
