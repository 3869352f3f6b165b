import { type ErrorCode, statusOf } from "../../shared/contract/errors.ts";

/** For how long an answer is kept for who asks again (promise S15). */
export const answerLifetimeMinutes = 10;

/** No request is under way for longer: the platform has ended it by then, and it may be carried out again. */
export const requestLifetimeSeconds = 60;

/** Requests of another content after which a key answers nothing more: no answer can be found by trying bodies. */
export const misusesAtMost = 5;

/** Visible characters of ASCII, 16 to 64 of them: at random, enough that nobody meets another's key. */
const keyForm = /^[!-~]{16,64}$/;

/** Whether it can be an `Idempotency-Key`. */
export function isIdempotencyKey(text: string): boolean {
  return keyForm.test(text);
}

/** Refusals that depend on when they are asked for, and after which the same request can be right: they are not kept. */
const passing: readonly ErrorCode[] = [
  "not_signed_in",
  "operator_key_refused",
  "origin_not_allowed",
  "other_account",
  "scope_missing",
  "step_up_required",
  "too_many_attempts",
];

/** Whether the answer is what became of the request, and not only why it could not be carried out now. */
export function isFinal(status: number, code: unknown): boolean {
  if (status >= 500) return false;
  return !passing.some((each) => each === code && statusOf[each] === status);
}
