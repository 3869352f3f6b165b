import { hc } from "hono/client";
import type { Api } from "../../worker/api-type.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import type { Account, AccountExport, Locale } from "./account.ts";
import type { ActivityPage } from "./activity.ts";
import type { AppEnrolment } from "./app-code.ts";
import type { RememberedDevice } from "./device.ts";
import type { EmailCodeSent, EmailEnrolment } from "./email-code.ts";
import { type ErrorCode, type ProblemDetails, statusOf } from "./errors.ts";
import type { Site } from "./oidc.ts";
import type {
  AssertionResponse,
  PasskeyAdded,
  PasskeyCreation,
  PasskeyRequest,
  Passkeys,
  RegistrationResponse,
} from "./passkey.ts";
import type { PasswordCheck, ResetWaiting } from "./password.ts";
import type { NewRecoveryCodes } from "./recovery-code.ts";
import type { SessionOfAccount, WhoIsThis } from "./session.ts";
import type { SessionAnswer, SignInAnswer } from "./sign-in.ts";
import type { StepUpAnswer, StepUpMethodsAnswer } from "./step-up.ts";
import type { TokenAnswer } from "./token.ts";
import type { MethodConfirmed } from "./two-factor.ts";
import type { Verification } from "./verification.ts";

/** Why a call did not succeed: a code of the contract, or `offline` where no answer came at all. */
export type ClientErrorCode = ErrorCode | "offline";

/** What every call of the client resolves to; it rejects only when it was aborted. */
export type Answer<Value> = Outcome<Value, ClientErrorCode, ProblemDetails>;

/** The second factor's proof: six digits of an app or an e-mail, or one recovery code. */
export interface SecondFactorProof {
  method: "app" | "email" | "recovery";
  code: string;
}

/** A passkey's answer to the challenge of this id, as `PublicKeyCredential.toJSON()` says it. */
export interface PasskeyAnswer {
  id: string;
  response: AssertionResponse;
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
  const { v1 } = hc<Api>(service, {
    fetch: send,
    headers: { ...(locale ? { "Accept-Language": locale } : {}), ...headers },
  });
  const twoFactor = v1.account["two-factor"];

  return {
    account: {
      create: (body: { email: string; password: string; locale?: Locale }) =>
        read<{ verification: Verification }>(v1.accounts.$post({ json: body })),
      verify: (body: { id: string; code: string }) => read<SessionAnswer>(v1.accounts.verify.$post({ json: body })),
      resendVerification: (body: { id: string }) =>
        read<{ verification: Verification }>(v1.accounts.verification.$post({ json: body })),
      get: () => read<Account>(v1.account.$get()),
      export: () => read<AccountExport>(v1.account.export.$get()),
      delete: () => read<void>(v1.account.$delete({ json: {} })),
      changeEmail: (body: { newEmail: string }) => read<EmailCodeSent>(v1.account.email.$put({ json: body })),
      confirmEmail: (body: { code: string }) => read<Account>(v1.account.email.confirm.$post({ json: body })),
      undoEmailChange: (body: { link: string }) => read<void>(v1.account.email.undo.$post({ json: body })),
      reportNotMe: (body: { link: string }) => read<void>(v1["not-me"].$post({ json: body })),
    },
    password: {
      change: (body: { currentPassword: string; newPassword: string; signOutOthers?: boolean }) =>
        read<void>(v1.account.password.$put({ json: body })),
      check: (body: { password: string; email?: string }, signal?: AbortSignal) =>
        read<PasswordCheck>(v1.password.check.$post({ json: body }, { init: signal ? { signal } : {} })),
    },
    passwordReset: {
      request: (body: { email: string }) => read<{ reset: Verification }>(v1["password-reset"].$post({ json: body })),
      confirm: (body: { id: string; code: string; newPassword: string }) =>
        read<SignInAnswer | ResetWaiting>(v1["password-reset"].confirm.$post({ json: body })),
      stop: (body: { token: string }) => read<void>(v1["password-reset"].stop.$post({ json: body })),
    },
    twoFactorReset: {
      stop: (body: { link: string }) => read<void>(v1["two-factor-reset"].stop.$post({ json: body })),
    },
    invitation: {
      accept: (body: { link: string; newPassword: string }) => read<void>(v1.invitations.accept.$post({ json: body })),
    },
    recoveryCodes: {
      renew: () => read<NewRecoveryCodes>(v1.account["recovery-codes"].$post()),
    },
    devices: {
      list: () => read<{ devices: RememberedDevice[] }>(v1.account.devices.$get()),
      forget: (id: string) => read<void>(v1.account.devices[":id"].$delete({ param: { id } })),
      forgetAll: () => read<void>(v1.account.devices.$delete()),
    },
    passkeys: {
      list: () => read<Passkeys>(v1.account.passkeys.$get()),
      options: () => read<PasskeyCreation>(v1.account.passkeys.options.$post({ json: {} })),
      add: (body: { id: string; name?: string; response: RegistrationResponse }) =>
        read<PasskeyAdded>(v1.account.passkeys.$post({ json: body })),
      rename: (id: string, name: string) =>
        read<Account>(v1.account.passkeys[":id"].$patch({ param: { id }, json: { name } })),
    },
    twoFactor: {
      enrolApp: (body: { name?: string } = {}) => read<AppEnrolment>(twoFactor.app.$post({ json: body })),
      confirmApp: (id: string, code: string) =>
        read<MethodConfirmed>(twoFactor.app[":id"].confirm.$post({ param: { id }, json: { code } })),
      enrolEmail: () => read<EmailEnrolment>(twoFactor.email.$post({ json: {} })),
      confirmEmail: (id: string, code: string) =>
        read<MethodConfirmed>(twoFactor.email[":id"].confirm.$post({ param: { id }, json: { code } })),
      prefer: (preferred: string) => read<Account>(twoFactor.$patch({ json: { preferred } })),
      demandPasskeys: (on: boolean) => read<Account>(twoFactor["passkeys-only"].$put({ json: { on } })),
      remove: (methodId: string) => read<void>(twoFactor[":methodId"].$delete({ param: { methodId } })),
      turnOff: () => read<void>(twoFactor.$delete()),
    },
    signIn: {
      start: (body: { email: string; password: string }) => read<SignInAnswer>(v1["sign-in"].$post({ json: body })),
      code: (body: SecondFactorProof & { signIn: string; rememberDevice?: boolean }) =>
        read<SignInAnswer>(v1["sign-in"].code.$post({ json: body })),
      passkeyOptions: (body: { signIn?: string } = {}) =>
        read<PasskeyRequest>(v1["sign-in"].passkey.options.$post({ json: body })),
      passkey: (body: PasskeyAnswer & { signIn?: string; rememberDevice?: boolean }) =>
        read<SignInAnswer>(v1["sign-in"].passkey.$post({ json: body })),
      sendEmailCode: (body: { signIn: string }) =>
        read<EmailCodeSent>(v1["sign-in"]["email-code"].$post({ json: body })),
    },
    stepUp: {
      methods: () => read<StepUpMethodsAnswer>(v1["step-up"].$get()),
      passkeyOptions: () => read<PasskeyRequest>(v1["step-up"].passkey.options.$post({ json: {} })),
      prove: (proof: { password: string } | SecondFactorProof | (PasskeyAnswer & { method: "passkey" })) =>
        read<StepUpAnswer>(v1["step-up"].$post({ json: proof })),
      sendEmailCode: () => read<EmailCodeSent>(v1["step-up"]["email-code"].$post({ json: {} })),
    },
    token: {
      /** A token by which the server `aud` knows who is signed in. */
      issue: (body: { aud: string }) => read<TokenAnswer>(v1.token.$post({ json: body })),
    },
    site: {
      /** The site of an OpenID Connect client. */
      ofClient: (clientId: string) => read<Site>(v1.oidc.site.$get({ query: { client_id: clientId } })),
      /** The site of a page that somebody shall be sent back to, where that is allowed. */
      ofReturn: (address: string) => read<Site>(v1.oidc.site.$get({ query: { return_to: address } })),
    },
    activity: {
      list: (cursor?: string) => read<ActivityPage>(v1.account.activity.$get({ query: { cursor } })),
    },
    session: {
      get: () => read<WhoIsThis>(v1.session.$get()),
      end: () => read<void>(v1.session.$delete()),
      list: () => read<{ sessions: SessionOfAccount[] }>(v1.account.sessions.$get()),
      endOne: (id: string) => read<void>(v1.account.sessions[":id"].$delete({ param: { id } })),
      endOthers: () => read<void>(v1.account.sessions.$delete()),
    },
  };
}

async function read<Value>(request: Promise<Response>): Promise<Answer<Value>> {
  let response: Response;
  let body: unknown;
  try {
    response = await request;
    body = response.status === 204 ? undefined : await response.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    return fail("offline");
  }
  if (response.ok) return ok(body as Value);
  return isProblem(body) ? fail(body.code, body) : fail("internal");
}

function isProblem(body: unknown): body is ProblemDetails & { code: ErrorCode } {
  return typeof body === "object" && body !== null && "code" in body && String(body.code) in statusOf;
}
