import { linkLifetimeMinutes, linkMails } from "../../../../worker/link/rules.ts";
import { unlockMinutes } from "../../../../worker/unlock/confirm.ts";
import { secondsUntil } from "./count.ts";
import { goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import type { ModelLink, State } from "./state.ts";

const lifeMs = linkLifetimeMinutes * 60_000;
const { pauseSeconds, most } = linkMails;

/** Asks for an unlock. Its link works from the start and is mailed after the answer; one that may not have come counts for nothing. */
export function requestUnlock({ by, now }: Moment): Trip {
  const answered = succeeded(202);
  return (state) => {
    const isAlive = ({ isCounted, isEnded, expiresAt }: ModelLink) => isCounted && !isEnded && expiresAt > now;
    if (nextLinkAt(state) > now && state.unlockLinks.some(isAlive)) return goes(state, tooMany);
    const link = { by, at: now, expiresAt: now + lifeMs, isCounted: true, isEnded: false };
    return goes({ ...state, unlockLinks: [...state.unlockLinks, link] }, tell);
  };

  function tell(state: State) {
    const unlockLinks = state.unlockLinks.map((each) => (each.by === by ? { ...each, isCounted: false } : each));
    return [
      { state, next: answered },
      { state: { ...state, unlockLinks }, next: answered },
    ];
  }

  function tooMany(state: State) {
    return goes(state, refused(429, "too_many_attempts", { retryAfter: secondsUntil(nextLinkAt(state), now) }));
  }
}

/** When the counts of the mailbox allow another link, where one lives. */
function nextLinkAt({ unlockLinks }: State): number {
  const times = unlockLinks
    .filter(({ isCounted }) => isCounted)
    .map(({ at }) => at)
    .toSorted((one, other) => other - one);
  return Math.max((times[0] ?? 0) + pauseSeconds * 1000, (times[most - 1] ?? 0) + lifeMs);
}

/** Uses the link of an unlock, once. */
export function confirmUnlock({ by, now }: Moment, link: string): Trip {
  return (state) => {
    const living = state.unlockLinks.find(
      ({ token, isEnded, expiresAt }) => token === link && !isEnded && expiresAt > now,
    );
    if (!living || !state.exists) return goes(state, refused(410, "link_expired"));
    const unlockLinks = state.unlockLinks.map((each) => (each === living ? { ...each, isEnded: true } : each));
    const unlocks = [...state.unlocks, { by, expiresAt: now + unlockMinutes * 60_000 }];
    const learnUnlock = succeeded(200, (later, { body: { unlock: token } }) =>
      typeof token === "string"
        ? { ...later, unlocks: later.unlocks.map((each) => (each.by === by ? { ...each, token } : each)) }
        : "an unlock is handed over",
    );
    return goes({ ...state, unlockLinks, unlocks }, learnUnlock);
  };
}
