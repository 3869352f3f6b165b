import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { AccountWithPassword } from "../account/read.ts";
import type { Guard } from "../guard.ts";

/** A reset whose code or link was right and is not spent yet. */
export interface ProvedReset {
  /** Names it, for the link that stops it where it has to wait. */
  id: string;
  found: AccountWithPassword;
  proof: {
    /** Holds while the code or the link is unspent: what guards the first statement of the batch that spends it. */
    isUnspent: Guard;
    spend: D1PreparedStatement;
    /** What is answered where it was spent or voided meanwhile. */
    gone: "code_expired" | "link_expired";
  };
  /** Run with what the proof allows: wrong tries before it are forgotten. */
  forgive: D1PreparedStatement[];
  newPassword: string;
}
