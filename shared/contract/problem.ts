import * as v from "valibot";
import { errorCodes, passwordReasons, stepUpMethods } from "./errors.ts";
import { operatorScope } from "./operator.ts";
import { waitingChange } from "./waiting.ts";

const details = {
  /** `invalid_request`: which inputs, as dotted paths. */
  fields: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  /** `wrong_code`: tries before the code or the sign-in is void. */
  attemptsLeft: v.optional(v.number()),
  /** `wrong_passkey`: no account has this passkey, so the browser may be told to forget it. */
  unknownCredential: v.optional(v.literal(true)),
  /** `wrong_code`: the code was right but has been used before; the next one will do. */
  alreadyUsed: v.optional(v.boolean()),
  /** `password_rejected`: every reason, in order of weight. */
  reasons: v.optional(v.array(v.picklist(passwordReasons))),
  /** `step_up_required`: what proof counts. */
  methods: v.optional(v.array(v.picklist(stepUpMethods))),
  /** `password_reset_required`: the reset that waits, where one does; only who has a right proof is told. */
  waiting: v.optional(waitingChange),
  /** `too_many_attempts`: whole seconds to wait, at least 1. */
  retryAfter: v.optional(v.number()),
  /** `import_rows_missing`: how many rows were taken, behind which the next chunk begins. */
  nextRow: v.optional(v.number()),
  /** `migration_missing`: the first that was not applied, by its file name. */
  migration: v.optional(v.string()),
  /** `scope_missing`: the one that the operator's key lacks. */
  scope: v.optional(operatorScope),
};

/** The members that a problem has besides those of RFC 9457, each named for its code in the contract. */
export const problemDetails = v.object(details);
export type ProblemDetails = v.InferOutput<typeof problemDetails>;

/** RFC 9457 `application/problem+json`, as every route answers it. */
export const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  /** A sentence for people, in the request's language. */
  detail: v.string(),
  code: v.picklist(errorCodes),
  requestId: v.string(),
  ...details,
});
export type Problem = v.InferOutput<typeof problem>;
