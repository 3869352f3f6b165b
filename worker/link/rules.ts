import { resendAfterSeconds } from "../../shared/contract/limits.ts";

/** What a link of 256 random bits is for; links that are signed have purposes of their own. */
export type KeptLinkPurpose = "reset" | "unlock";

/** How long a link can be used (promise G5). */
export const linkLifetimeMinutes = 60;

/** How often a link is looked at before it is void: only its holder presses it, and each press may cost a hash. */
export const linkPresses = 100;

/** How links are mailed that come without a code: no sooner after another, and so many in a link's life. */
export const linkMails = { pauseSeconds: resendAfterSeconds, most: 5 };

/** How long links are kept once they have expired: until then they say how many were mailed. */
export const linkKeptHours = 1;
