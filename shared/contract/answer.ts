import { fail, type Outcome, ok } from "../outcome.ts";
import { type ErrorCode, statusOf } from "./errors.ts";
import type { ProblemDetails } from "./problem.ts";

/** Why a call did not succeed: a code of the contract, or `offline` where no answer came at all. */
export type ClientErrorCode = ErrorCode | "offline";

/** What a failed call tells: the members of its code, and of any problem its sentence for people and its id. */
export interface CallDetails extends ProblemDetails {
  /** A sentence for people, in the language of the client. */
  detail?: string;
  /** What to name when asking the service's people about it. */
  requestId?: string;
}

/** What every call of the client resolves to; it rejects only when it was aborted, with the signal's reason. */
export type Answer<Value> = Outcome<Value, ClientErrorCode, CallDetails>;

/** What any call accepts besides its own arguments, as the last one. */
export interface CallOptions {
  /** Aborts the call; what the service has begun, it may still finish. */
  signal?: AbortSignal;
}

/** How a call is told to end early. */
export function during({ signal }: CallOptions = {}): { init: RequestInit } {
  return { init: signal ? { signal } : {} };
}

/** What a request answered; it rejects only when it was aborted. */
export function readAnswer<Value>(request: Promise<Response>, options?: CallOptions): Promise<Answer<Value>> {
  return read(request, options, (response) => response.json() as Promise<Value>);
}

/** The same of a request that answers a text, such as CSV. */
export function readText(request: Promise<Response>, options?: CallOptions): Promise<Answer<string>> {
  return read(request, options, (response) => response.text());
}

async function read<Value>(
  request: Promise<Response>,
  options: CallOptions | undefined,
  readBody: (response: Response) => Promise<Value>,
): Promise<Answer<Value>> {
  let response: Response;
  let body: unknown;
  try {
    response = await request;
    if (response.status !== 204) body = await (response.ok ? readBody(response) : response.json());
  } catch (error) {
    if (options?.signal?.aborted) throw error;
    return fail("offline");
  }
  if (response.ok) return ok(body as Value);
  return isProblem(body) ? fail(body.code, body) : fail("internal");
}

function isProblem(body: unknown): body is CallDetails & { code: ErrorCode } {
  return typeof body === "object" && body !== null && "code" in body && String(body.code) in statusOf;
}
