import type { Method } from "../../contract/account.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { ConfirmationWords } from "../confirm/state.ts";
import { tellKeeperNow } from "../passkey/tell-keeper.ts";
import type { SecurityState } from "../security-state.ts";

/** What can be done with active methods. */
export interface TwoFactorActions {
  attempt: Attempt;
  prefer: (method: Method, name: string) => Promise<void>;
  /** Removes one method; with the last one two-factor authentication is off. */
  remove: (method: Method, name: string, words: ConfirmationWords) => Promise<void>;
  rename: (method: Method, name: string) => Promise<void>;
  /** Whether to ask for nothing weaker than a passkey. */
  demandPasskeys: (on: boolean) => Promise<void>;
  turnOff: (words: ConfirmationWords) => Promise<void>;
}

/** The actions of one panel's methods. */
export function createTwoFactorActions({
  client,
  stepUp,
  confirmation,
  account,
  visit,
}: SecurityState): TwoFactorActions {
  const attempt = createAttempt();
  return {
    attempt,
    async prefer({ id }, method) {
      const { take } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.prefer(id)));
      if (answer?.ok) take(answer.value, { what: "method_preferred", name: method });
    },
    async remove({ id, type }, method, words) {
      const { reload } = visit();
      const isLast = account.value?.twoFactor.methods.length === 1;
      if (!(await confirmation.ask(words))) return;
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.remove(id)));
      if (!answer?.ok) return;
      await reload({ say: isLast ? { what: "two_factor_off" } : { what: "method_removed", name: method } });
      if (type === "passkey") await tellKeeperNow(client);
    },
    async rename({ id, name: old }, name) {
      const wanted = name.trim();
      if (wanted === "" || wanted === old) return;
      const { take } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.rename(id, wanted)));
      if (answer?.ok) take(answer.value, { what: "passkey_renamed", name: wanted });
    },
    async demandPasskeys(on) {
      const { take } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.demandPasskeys(on)));
      if (answer?.ok) take(answer.value, { what: on ? "passkeys_only" : "codes_again" });
    },
    async turnOff(words) {
      const { reload } = visit();
      if (!(await confirmation.ask(words))) return;
      const answer = await attempt.run(() => stepUp.guard(() => client.twoFactor.turnOff()));
      if (!answer?.ok) return;
      await reload({ say: { what: "two_factor_off" } });
      await tellKeeperNow(client);
    },
  };
}
