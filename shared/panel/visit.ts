import type { Signal } from "@preact/signals";
import type { Account } from "../contract/account.ts";
import type { Answer } from "../contract/answer.ts";
import type { AppEnrolment } from "../contract/totp.ts";
import type { MethodConfirmed } from "../contract/two-factor.ts";
import type { Done } from "./done.ts";
import type { Open } from "./open.ts";
import type { Whereabouts } from "./whereabouts.ts";

/**
 * What an answer may change: the account always, since that is so; the screen only while its person is where they began
 * what is answered.
 */
export interface Visit {
  isHere: () => boolean;
  show: (open: Open) => void;
  /** Reads the account again, closes what is open, and says what was done. */
  reload: (after?: { say?: Done }) => Promise<void>;
  /** Takes the account as a call answered it, closes what is open, and says what was done. */
  take: (account: Account, say: Done) => void;
  /** Says what was done, and leaves open what is. */
  say: (done: Done) => void;
  /** A method is on; the recovery codes that came with it are shown, or wait to be. */
  confirmed: (method: string, answer: MethodConfirmed) => void;
  /** Shows new recovery codes, or keeps them until they are asked for. */
  showCodes: (codes: string[]) => void;
}

/** What visits of one panel change. */
interface Visited {
  whereabouts: Whereabouts;
  account: Signal<Account | null>;
  totpKey: Signal<AppEnrolment | null>;
  leftApp: Signal<string | null>;
  unseenCodes: Signal<string[] | null>;
  go: (open: Open, say: Done | null) => void;
  say: (done: Done) => void;
  readAccount: () => Promise<Answer<Account> | undefined>;
}

/** Returns what begins a visit of the panel as it stands then. */
export function createVisits({ whereabouts, account, totpKey, leftApp, unseenCodes, go, say, readAccount }: Visited) {
  return (): Visit => {
    const isHere = whereabouts.here();
    const take = (next: Account, what: Done | null, then: Open = null) => {
      account.value = next;
      if (isHere()) go(then, what);
    };
    const showCodes = (recoveryCodes: string[]) => {
      if (isHere()) go({ recoveryCodes }, null);
      else unseenCodes.value = recoveryCodes;
    };
    return {
      isHere,
      take,
      showCodes,
      show(next) {
        if (isHere()) go(next, null);
      },
      say(what) {
        if (isHere()) say(what);
      },
      async reload({ say: what } = {}) {
        const answer = await readAccount();
        if (answer?.ok) take(answer.value, what ?? null);
      },
      confirmed(method, { account: next, recoveryCodes }) {
        totpKey.value = null;
        leftApp.value = null;
        if (!recoveryCodes) return take(next, { what: "method_added", name: method });
        if (!isHere()) showCodes(recoveryCodes);
        take(next, { what: "two_factor_on" }, { recoveryCodes });
      },
    };
  };
}
