import type { MiddlewareHandler } from "hono";
import type { Caller } from "../../shared/contract/operations/caller.ts";
import { fail as failure } from "../../shared/outcome.ts";
import { type CurrentSession, hasFreshProof, isElevated } from "../session/rules.ts";
import { stepUpMethods } from "../step-up/methods.ts";
import { fail } from "./fail.ts";
import type { SignedInHouse } from "./house.ts";
import { marked } from "./mark.ts";

/** Lets through a session that stepped up in the last ten minutes (promise S4); else says what proof counts. */
export const requireElevation = requireProof("stepped-up session", isElevated);

/** Lets through a session that has just proved all that the account asks for, by sign-in, set-up or step-up. */
export const requireFreshProof = {
  always: requireProof("fresh session", hasFreshProof),
  /** For what asks for the password in its own body. */
  ifTwoFactorIsOn: requireProof(
    "session, fresh with two-factor",
    (session, now) => !session.twoFactorOn || hasFreshProof(session, now),
  ),
};

function requireProof(
  caller: Caller,
  isProved: (session: CurrentSession, now: number) => boolean,
): MiddlewareHandler<SignedInHouse> {
  return marked(
    async (c, next) => {
      const { session, world } = c.var;
      if (!isProved(session, world.now)) {
        return fail(c, failure("step_up_required", { methods: await stepUpMethods(world, session) }));
      }
      await next();
    },
    { caller },
  );
}
