import type { AccountWithPassword } from "../account/read.ts";
import type { EmailCodeJudgement } from "../email-code/judge.ts";

/** A reset whose code was right and is not spent yet. */
export interface ProvedReset {
  id: string;
  found: AccountWithPassword;
  judgement: EmailCodeJudgement;
  addressMac: string;
  newPassword: string;
}
