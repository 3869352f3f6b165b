import type { PublicSettings } from "../../contract/public-settings.ts";
import { serviceNow } from "../../contract/server-clock.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { ConfirmationWords } from "../confirm/state.ts";
import { saveFile } from "../save-file.ts";
import type { SecurityState } from "../security-state.ts";

/** What can be done with the account as a whole. */
export interface AccountActions {
  exporting: Attempt;
  deleting: Attempt;
  /** Has the browser save all that is stored on the account, as `fileName`. */
  download: (fileName: string) => Promise<void>;
  /** Deletes the account after asking once more. */
  remove: (words: ConfirmationWords) => Promise<void>;
}

/** When an account that is deleted now is gone for good; null where it can't be brought back, or that is not known. */
export function deletedAt(settings: PublicSettings | null): string | null {
  if (!settings || settings.deletionDays === 0) return null;
  return new Date(serviceNow() + settings.deletionDays * 86_400_000).toISOString();
}

/** The actions on the account that is signed in. */
export function createAccountActions({ client, stepUp, confirmation, leave }: SecurityState): AccountActions {
  const exporting = createAttempt();
  const deleting = createAttempt();
  return {
    exporting,
    deleting,
    async download(fileName) {
      const answer = await exporting.run(() => stepUp.guard(() => client.account.export()));
      if (answer?.ok) saveFile(fileName, JSON.stringify(answer.value, null, 2), "application/json");
    },
    async remove(words) {
      if (!(await confirmation.ask(words))) return;
      const answer = await deleting.run(() => stepUp.guard(() => client.account.delete()));
      if (answer?.ok) leave();
    },
  };
}
