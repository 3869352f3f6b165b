import type { ErrorCode } from "../../shared/contract/errors.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import type { Failure } from "../../shared/outcome.ts";
import type { Guard } from "../guard.ts";

/** What a request acts by: a session, a step-up, an administrator's key. */
export interface Right {
  /** Tells it from the other rights of the request. */
  name: string;
  /** Holds at `now` (milliseconds since 1970) while the right stands. The owner of its table makes it. */
  standsAt: (now: number) => Guard;
  /** The answer to a request whose right ended while it was under way: the same as to one that never had it. */
  refuse: () => Promise<Refusal>;
}

type Refusal = Failure<ErrorCode, ProblemDetails>;

/** Thrown instead of what a batch would have answered, where the right of the request had ended: nothing was done. */
export class RightEnded extends Error {
  constructor(readonly right: Right) {
    super("the right by which the request acts has ended");
  }
}

/** The answer to a request whose right ended; where another one ended too while that was looked up, the answer for that. */
export async function refusalOf({ right }: RightEnded): Promise<Refusal> {
  try {
    return await right.refuse();
  } catch (error) {
    if (error instanceof RightEnded) return refusalOf(error);
    throw error;
  }
}
