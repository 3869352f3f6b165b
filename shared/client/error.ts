import type { Answer, CallDetails, ClientErrorCode } from "../contract/answer.ts";
import { statusOf } from "../contract/errors.ts";

/** A call that did not succeed, thrown; for those who like `try` better than to look at `ok`. */
export class LatchkeyError extends Error {
  /** Why, as a code of the contract. */
  readonly code: ClientErrorCode;
  /** The HTTP status of the code; 0 where no answer came at all. */
  readonly status: number;
  /** Everything else that the answer said. */
  readonly details: CallDetails;
  /** `invalid_request`: which inputs, as dotted paths. */
  readonly fields: CallDetails["fields"];
  /** `wrong_code`: tries before the code or the sign-in is void. */
  readonly attemptsLeft: number | undefined;
  /** `too_many_attempts`: whole seconds to wait. */
  readonly retryAfter: number | undefined;

  constructor(code: ClientErrorCode, details: CallDetails) {
    super(details.detail ?? code);
    this.name = "LatchkeyError";
    this.code = code;
    this.status = code === "offline" ? 0 : statusOf[code];
    this.details = details;
    this.fields = details.fields;
    this.attemptsLeft = details.attemptsLeft;
    this.retryAfter = details.retryAfter;
  }
}

/** The value of a call that succeeded; throws a `LatchkeyError` where it did not. */
export async function orThrow<Value>(call: Promise<Answer<Value>>): Promise<Value> {
  const answer = await call;
  if (answer.ok) return answer.value;
  throw new LatchkeyError(answer.code, answer.details);
}
