import type { Context, TypedResponse } from "hono";
import { type ErrorCode, type ErrorStatus, statusOf } from "../../shared/contract/errors.ts";
import type { Locale } from "../../shared/contract/locale.ts";
import type { Problem, ProblemDetails } from "../../shared/contract/problem.ts";
import { problems as english } from "../../shared/locales/en/problems.ts";
import { problems as spanish } from "../../shared/locales/es/problems.ts";
import type { Failure } from "../../shared/outcome.ts";
import type { House } from "./house.ts";
import { requestLocale } from "./request-locale.ts";

const problemsIn: Record<Locale, typeof english> = { en: english, es: spanish };

/**
 * Answers an expected failure as RFC 9457 `application/problem+json`, in the request's language.
 * The one place where a code becomes a status.
 */
export function fail<E extends House>(
  c: Context<E>,
  failure: Failure<ErrorCode, ProblemDetails>,
): Response & TypedResponse<Problem, ErrorStatus, "json"> {
  const { code, details } = failure;
  const words = problemsIn[requestLocale(c)][code];
  const problem: Problem = {
    type: `urn:latchkey:problem:${code}`,
    title: words.title,
    status: statusOf[code],
    detail: words.detail,
    code,
    requestId: c.get("requestId"),
    ...details,
  };
  if (details.retryAfter !== undefined) c.header("Retry-After", String(details.retryAfter));
  const response = c.body(JSON.stringify(problem), statusOf[code], { "Content-Type": "application/problem+json" });
  return response as Response as Response & TypedResponse<Problem, ErrorStatus, "json">;
}
