import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Amr } from "../shared/contract/session.ts";
import { always, type Guard } from "./guard.ts";

/** A method that proved something. Of e-mail and of recovery codes an account has one. */
export type ProvedBy = { kind: "app" | "passkey"; id: string } | { kind: "email" | "recovery_codes" };

/** What somebody has proved, for the batch that allows something by it. */
export interface Proof {
  /** By which method; nothing where it was the password. */
  by?: ProvedBy;
  /** Its RFC 8176 names. */
  amr: readonly Amr[];
  /** Holds while the proof is good: guards what the batch allows by it. */
  isGood: Guard;
  /** What tells of its use, in front of that batch, while `isAllowed` holds: something is about to be allowed by it. */
  tell: (isAllowed: Guard) => Promise<D1PreparedStatement[]>;
  /** What uses it up, behind the rest of that batch, while `isAllowed` holds: something was allowed by it. */
  useUp: (isAllowed: Guard) => D1PreparedStatement[];
}

/** A proof that was used up as it was judged, or, as a password, never is; it counts while `isGood` holds. */
export function judgedProof(amr: Amr, isGood: Guard = always, by?: ProvedBy): Proof {
  return { amr: [amr], isGood, tell: async () => [], useUp: () => [], ...(by && { by }) };
}
