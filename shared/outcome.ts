/**
 * What a verb or a call answers: a value, or an expected failure with a code of a closed list.
 * Unexpected faults are thrown; an `Outcome` is never used for bugs.
 */
export type Outcome<Value, Code extends string = string, Details = object> =
  | { ok: true; value: Value }
  | Failure<Code, Details>;

/** An expected failure: its code, and what a caller may show or act on. */
export interface Failure<Code extends string = string, Details = object> {
  ok: false;
  code: Code;
  details: Details;
}

/** A success that carries `value`. */
export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** A failure named by `code`; `details` are the members that the contract names for it. */
export function fail<const Code extends string, Details extends object = object>(
  code: Code,
  details: Details = {} as Details,
): Failure<Code, Details> {
  return { ok: false, code, details };
}
