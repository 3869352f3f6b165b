import type { hc } from "hono/client";
import type { Api } from "../../worker/api-type.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import type { Account, AccountExport, Locale } from "./account.ts";
import type { ActivityPage } from "./activity.ts";
import type { AppEnrolment } from "./app-code.ts";
import type { RememberedDevice } from "./device.ts";
import type { EmailCodeSent, EmailEnrolment } from "./email-code.ts";
import { type ErrorCode, type ProblemDetails, statusOf } from "./errors.ts";
import type { Site } from "./oidc.ts";
import type { PasswordCheck, ResetWaiting } from "./password.ts";
import type { NewRecoveryCodes } from "./recovery-code.ts";
import { routeCalls } from "./route-calls.ts";
import type { SessionOfAccount, WhoIsThis } from "./session.ts";
import type { SessionAnswer, SignInAnswer } from "./sign-in.ts";
import type { StepUpAnswer, StepUpMethodsAnswer } from "./step-up.ts";
import type { TokenAnswer } from "./token.ts";
import type { MethodConfirmed } from "./two-factor.ts";
import type { Verification } from "./verification.ts";

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

/** What any call takes beside its own arguments, as the last of them. */
export interface CallOptions {
  /** Aborts the call; what the service has begun, it may still finish. */
  signal?: AbortSignal;
}

/** The second factor's proof: six digits of an app or an e-mail, or one recovery code. */
export interface SecondFactorProof {
  method: "app" | "email" | "recovery";
  code: string;
}

export interface ClientOptions {
  /** The origin of the service, such as `https://security.example.com`. */
  service: string;
  /** Replaces `fetch`: how the extension sends everything through its background. */
  fetch?: typeof fetch;
  /** The language of problem details and mails. */
  locale?: Locale;
  /** Sent with every request, such as `Authorization`. */
  headers?: Record<string, string>;
}

export type Client = ReturnType<typeof createClient>;

/** The typed client of the API: one method for each route, grouped as the contract is. */
export function createClient({ service, fetch: send = fetch, locale, headers = {} }: ClientOptions) {
  const { v1 } = routeCalls<ReturnType<typeof hc<Api>>>(service, {
    fetch: send,
    headers: { ...(locale ? { "Accept-Language": locale } : {}), ...headers },
  });
  const twoFactor = v1.account["two-factor"];

  return {
    account: {
      create: (body: { email: string; password: string; locale?: Locale }, options?: CallOptions) =>
        read<{ verification: Verification }>(v1.accounts.$post({ json: body }, during(options)), options),
      verify: (body: { id: string; code: string }, options?: CallOptions) =>
        read<SessionAnswer>(v1.accounts.verify.$post({ json: body }, during(options)), options),
      resendVerification: (body: { id: string }, options?: CallOptions) =>
        read<{ verification: Verification }>(v1.accounts.verification.$post({ json: body }, during(options)), options),
      get: (options?: CallOptions) => read<Account>(v1.account.$get({}, during(options)), options),
      export: (options?: CallOptions) => read<AccountExport>(v1.account.export.$get({}, during(options)), options),
      delete: (options?: CallOptions) => read<void>(v1.account.$delete({ json: {} }, during(options)), options),
      changeEmail: (body: { newEmail: string }, options?: CallOptions) =>
        read<EmailCodeSent>(v1.account.email.$put({ json: body }, during(options)), options),
      confirmEmail: (body: { code: string }, options?: CallOptions) =>
        read<Account>(v1.account.email.confirm.$post({ json: body }, during(options)), options),
      undoEmailChange: (body: { link: string }, options?: CallOptions) =>
        read<void>(v1.account.email.undo.$post({ json: body }, during(options)), options),
      reportNotMe: (body: { link: string }, options?: CallOptions) =>
        read<void>(v1["not-me"].$post({ json: body }, during(options)), options),
    },
    password: {
      change: (
        body: { currentPassword: string; newPassword: string; signOutOthers?: boolean },
        options?: CallOptions,
      ) => read<void>(v1.account.password.$put({ json: body }, during(options)), options),
      check: (body: { password: string; email?: string }, options?: CallOptions) =>
        read<PasswordCheck>(v1.password.check.$post({ json: body }, during(options)), options),
    },
    passwordReset: {
      request: (body: { email: string }, options?: CallOptions) =>
        read<{ reset: Verification }>(v1["password-reset"].$post({ json: body }, during(options)), options),
      confirm: (body: { id: string; code: string; newPassword: string }, options?: CallOptions) =>
        read<SignInAnswer | ResetWaiting>(v1["password-reset"].confirm.$post({ json: body }, during(options)), options),
      stop: (body: { token: string }, options?: CallOptions) =>
        read<void>(v1["password-reset"].stop.$post({ json: body }, during(options)), options),
    },
    recoveryCodes: {
      renew: (options?: CallOptions) =>
        read<NewRecoveryCodes>(v1.account["recovery-codes"].$post({}, during(options)), options),
    },
    devices: {
      list: (options?: CallOptions) =>
        read<{ devices: RememberedDevice[] }>(v1.account.devices.$get({}, during(options)), options),
      forget: (id: string, options?: CallOptions) =>
        read<void>(v1.account.devices[":id"].$delete({ param: { id } }, during(options)), options),
      forgetAll: (options?: CallOptions) => read<void>(v1.account.devices.$delete({}, during(options)), options),
    },
    twoFactor: {
      enrolApp: (body: { name?: string } = {}, options?: CallOptions) =>
        read<AppEnrolment>(twoFactor.app.$post({ json: body }, during(options)), options),
      confirmApp: (id: string, code: string, options?: CallOptions) =>
        read<MethodConfirmed>(
          twoFactor.app[":id"].confirm.$post({ param: { id }, json: { code } }, during(options)),
          options,
        ),
      enrolEmail: (options?: CallOptions) =>
        read<EmailEnrolment>(twoFactor.email.$post({ json: {} }, during(options)), options),
      confirmEmail: (id: string, code: string, options?: CallOptions) =>
        read<MethodConfirmed>(
          twoFactor.email[":id"].confirm.$post({ param: { id }, json: { code } }, during(options)),
          options,
        ),
      prefer: (preferred: string, options?: CallOptions) =>
        read<Account>(twoFactor.$patch({ json: { preferred } }, during(options)), options),
      remove: (methodId: string, options?: CallOptions) =>
        read<void>(twoFactor[":methodId"].$delete({ param: { methodId } }, during(options)), options),
      turnOff: (options?: CallOptions) => read<void>(twoFactor.$delete({}, during(options)), options),
    },
    signIn: {
      start: (body: { email: string; password: string }, options?: CallOptions) =>
        read<SignInAnswer>(v1["sign-in"].$post({ json: body }, during(options)), options),
      code: (body: SecondFactorProof & { signIn: string; rememberDevice?: boolean }, options?: CallOptions) =>
        read<SignInAnswer>(v1["sign-in"].code.$post({ json: body }, during(options)), options),
      sendEmailCode: (body: { signIn: string }, options?: CallOptions) =>
        read<EmailCodeSent>(v1["sign-in"]["email-code"].$post({ json: body }, during(options)), options),
    },
    stepUp: {
      methods: (options?: CallOptions) => read<StepUpMethodsAnswer>(v1["step-up"].$get({}, during(options)), options),
      prove: (proof: { password: string } | SecondFactorProof, options?: CallOptions) =>
        read<StepUpAnswer>(v1["step-up"].$post({ json: proof }, during(options)), options),
      sendEmailCode: (options?: CallOptions) =>
        read<EmailCodeSent>(v1["step-up"]["email-code"].$post({ json: {} }, during(options)), options),
    },
    token: {
      /** A token by which the server `aud` knows who is signed in. */
      issue: (body: { aud: string }, options?: CallOptions) =>
        read<TokenAnswer>(v1.token.$post({ json: body }, during(options)), options),
    },
    site: {
      /** The site of an OpenID Connect client. */
      ofClient: (clientId: string, options?: CallOptions) =>
        read<Site>(v1.oidc.site.$get({ query: { client_id: clientId } }, during(options)), options),
      /** The site of a page that somebody shall be sent back to, where that is allowed. */
      ofReturn: (address: string, options?: CallOptions) =>
        read<Site>(v1.oidc.site.$get({ query: { return_to: address } }, during(options)), options),
    },
    activity: {
      list: (cursor?: string, options?: CallOptions) =>
        read<ActivityPage>(v1.account.activity.$get({ query: { cursor } }, during(options)), options),
    },
    session: {
      get: (options?: CallOptions) => read<WhoIsThis>(v1.session.$get({}, during(options)), options),
      end: (options?: CallOptions) => read<void>(v1.session.$delete({}, during(options)), options),
      list: (options?: CallOptions) =>
        read<{ sessions: SessionOfAccount[] }>(v1.account.sessions.$get({}, during(options)), options),
      endOne: (id: string, options?: CallOptions) =>
        read<void>(v1.account.sessions[":id"].$delete({ param: { id } }, during(options)), options),
      endOthers: (options?: CallOptions) => read<void>(v1.account.sessions.$delete({}, during(options)), options),
    },
  };
}

/** How a call is told to end early. */
function during({ signal }: CallOptions = {}): { init: RequestInit } {
  return { init: signal ? { signal } : {} };
}

async function read<Value>(request: Promise<Response>, options?: CallOptions): Promise<Answer<Value>> {
  let response: Response;
  let body: unknown;
  try {
    response = await request;
    body = response.status === 204 ? undefined : await response.json();
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
