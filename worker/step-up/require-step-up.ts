import type { MiddlewareHandler } from "hono";
import type { Caller } from "../../shared/contract/operations/caller.ts";
import { fail as failure } from "../../shared/outcome.ts";
import { either, type Guard } from "../guard.ts";
import { fail } from "../http/fail.ts";
import { holdWorld } from "../http/hold-world.ts";
import { marked } from "../http/mark.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { type CurrentSession, hasFreshProof, isElevated } from "../session/rules.ts";
import { elevationStands, freshProofStands, noSecondFactor } from "../session/store.ts";
import { stepUpMethods } from "./methods.ts";

/** A proof that a route asks of a session: by what was read when the request came, and by the database when it acts. */
interface AskedProof {
  isGiven: (session: CurrentSession, now: number) => boolean;
  stands: (session: CurrentSession, now: number) => Guard;
}

/** Lets through a session that stepped up in the last ten minutes (promise S4); else says what proof counts. */
export const requireElevation = requireProof("stepped-up session", { isGiven: isElevated, stands: elevationStands });

/** Lets through a session that has just proved all that the account asks for, by sign-in, set-up or step-up. */
export const requireFreshProof = {
  always: requireProof("fresh session", { isGiven: hasFreshProof, stands: freshProofStands }),
  /** For what asks for the password in its own body. */
  ifTwoFactorIsOn: requireProof("session, fresh with two-factor", {
    isGiven: (session, now) => !session.twoFactorOn || hasFreshProof(session, now),
    stands: (session, now) => either(noSecondFactor(session), freshProofStands(session, now)),
  }),
};

function requireProof(caller: Caller, { isGiven, stands }: AskedProof): MiddlewareHandler<SignedInHouse> {
  return marked(
    async (c, next) => {
      const { session, world } = c.var;
      const refuse = async () => failure("step_up_required", { methods: await stepUpMethods(world, session) });
      if (!isGiven(session, world.now)) return fail(c, await refuse());
      await holdWorld(c, { name: "proof", standsAt: (now) => stands(session, now), refuse }, next);
    },
    { caller },
  );
}
