import type { hc } from "hono/client";
import type { Api } from "../../worker/api-type.ts";
import type { Account, AccountExport, Locale, OwnAccount, Profile } from "./account.ts";
import type { ActivityFilter, ActivityPage } from "./activity.ts";
import { type CallOptions, during, readAnswer, readText } from "./answer.ts";
import type { EmailCodeSent, EmailEnrolment } from "./email-code.ts";
import type { LinkCheck } from "./link.ts";
import type { Disputed } from "./not-me.ts";
import type { AppScope, ConnectedApp, Site } from "./oidc.ts";
import type {
  AssertionResponse,
  PasskeyAdded,
  PasskeyCreation,
  PasskeyRequest,
  Passkeys,
  RegistrationResponse,
} from "./passkey.ts";
import type { ConfirmReset, PasswordCheck, ResetWaiting } from "./password.ts";
import type { PublicSettings } from "./public-settings.ts";
import type { NewRecoveryCodes } from "./recovery-code.ts";
import { routeCalls } from "./route-calls.ts";
import { sendOnce } from "./send-once.ts";
import { readingClock } from "./server-clock.ts";
import type { SessionOfAccount, WhoIsThis } from "./session.ts";
import { namingAccount, type ShownAccount } from "./shown-account.ts";
import type { SessionAnswer, SignInAnswer, Unlocked, UnlockSent } from "./sign-in.ts";
import type { StepUpAnswer, StepUpMethodsAnswer } from "./step-up.ts";
import type { TokenAnswer } from "./token.ts";
import type { AppEnrolment } from "./totp.ts";
import type { RememberedDevice } from "./trusted-browser.ts";
import type { MethodConfirmed } from "./two-factor.ts";
import type { Verification } from "./verification.ts";

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
  /** Whose account is shown, where several clients show the same one; by itself each client knows its own. */
  shown?: ShownAccount;
}

export type Client = ReturnType<typeof createClient>;

/**
 * The typed client of the API: one method for each route, grouped as the contract is. Each change is made once, also
 * where its answer is lost (`sendOnce`), and only to the account that is shown (`namingAccount`).
 */
export function createClient({
  service,
  fetch: send = fetch,
  locale,
  headers = {},
  shown = { id: null },
}: ClientOptions) {
  const { v1 } = routeCalls<ReturnType<typeof hc<Api>>>(service, {
    fetch: namingAccount(sendOnce(readingClock(send)), shown),
    headers: { ...(locale ? { "Accept-Language": locale } : {}), ...headers },
  });
  const twoFactor = v1.account["two-factor"];

  return {
    account: {
      create: (body: { email: string; password: string; locale?: Locale }, options?: CallOptions) =>
        readAnswer<{ verification: Verification }>(v1.accounts.$post({ json: body }, during(options)), options),
      verify: (body: { id: string; code: string }, options?: CallOptions) =>
        readAnswer<SessionAnswer>(v1.accounts.verify.$post({ json: body }, during(options)), options),
      resendVerification: (body: { id: string }, options?: CallOptions) =>
        readAnswer<{ verification: Verification }>(
          v1.accounts.verification.$post({ json: body }, during(options)),
          options,
        ),
      get: (options?: CallOptions) => readAnswer<OwnAccount>(v1.account.$get({}, during(options)), options),
      setProfile: (profile: Profile, options?: CallOptions) =>
        readAnswer<Account>(v1.account.$patch({ json: profile }, during(options)), options),
      export: (options?: CallOptions) =>
        readAnswer<AccountExport>(v1.account.export.$get({}, during(options)), options),
      delete: (options?: CallOptions) => readAnswer<void>(v1.account.$delete({ json: {} }, during(options)), options),
      changeEmail: (body: { newEmail: string }, options?: CallOptions) =>
        readAnswer<EmailCodeSent>(v1.account.email.$put({ json: body }, during(options)), options),
      confirmEmail: (body: { code: string }, options?: CallOptions) =>
        readAnswer<Account>(v1.account.email.confirm.$post({ json: body }, during(options)), options),
      undoEmailChange: (
        body: { link: string } & (object | { method: "app" | "recovery"; code: string } | PasskeyAnswer),
        options?: CallOptions,
      ) => readAnswer<void>(v1.account.email.undo.$post({ json: body }, during(options)), options),
      undoEmailPasskeyOptions: (body: { link: string }, options?: CallOptions) =>
        readAnswer<PasskeyRequest>(
          v1.account.email.undo.passkey.options.$post({ json: body }, during(options)),
          options,
        ),
      reportNotMe: (body: { link: string }, options?: CallOptions) =>
        readAnswer<void>(v1["not-me"].$post({ json: body }, during(options)), options),
      /** Stops something of `account.waiting`; only a step-up that was begun after it does. */
      stopWaiting: (id: string, options?: CallOptions) =>
        readAnswer<void>(v1.account.waiting[":id"].$delete({ param: { id } }, during(options)), options),
    },
    disputed: {
      list: (options?: CallOptions) => readAnswer<Disputed>(v1.account.disputed.$get({}, during(options)), options),
      decide: (id: string, keep: boolean, options?: CallOptions) =>
        readAnswer<void>(v1.account.disputed[":id"].$post({ param: { id }, json: { keep } }, during(options)), options),
    },
    password: {
      change: (
        body: { currentPassword: string; newPassword: string; signOutOthers?: boolean },
        options?: CallOptions,
      ) => readAnswer<void>(v1.account.password.$put({ json: body }, during(options)), options),
      check: (body: { password: string; email?: string }, options?: CallOptions) =>
        readAnswer<PasswordCheck>(v1.password.check.$post({ json: body }, during(options)), options),
    },
    passwordReset: {
      request: (body: { email: string }, options?: CallOptions) =>
        readAnswer<{ reset: Verification }>(v1["password-reset"].$post({ json: body }, during(options)), options),
      confirm: (body: ConfirmReset, options?: CallOptions) =>
        readAnswer<SignInAnswer | ResetWaiting>(
          v1["password-reset"].confirm.$post({ json: body }, during(options)),
          options,
        ),
      stop: (body: { token: string }, options?: CallOptions) =>
        readAnswer<void>(v1["password-reset"].stop.$post({ json: body }, during(options)), options),
    },
    publicSettings: {
      /** What the settings of the service say to everybody, signed in or not. */
      get: (options?: CallOptions) =>
        readAnswer<PublicSettings>(v1["public-settings"].$get({}, during(options)), options),
    },
    links: {
      /** What the link of a mail is for, and until when; it uses nothing up. */
      check: (body: { link: string }, options?: CallOptions) =>
        readAnswer<LinkCheck>(v1.links.check.$post({ json: body }, during(options)), options),
    },
    twoFactorReset: {
      stop: (body: { link: string }, options?: CallOptions) =>
        readAnswer<void>(v1["two-factor-reset"].stop.$post({ json: body }, during(options)), options),
    },
    invitation: {
      accept: (body: { link: string; newPassword: string }, options?: CallOptions) =>
        readAnswer<void>(v1.invitations.accept.$post({ json: body }, during(options)), options),
    },
    recoveryCodes: {
      renew: (options?: CallOptions) =>
        readAnswer<NewRecoveryCodes>(v1.account["recovery-codes"].$post({}, during(options)), options),
    },
    devices: {
      list: (options?: CallOptions) =>
        readAnswer<{ devices: RememberedDevice[] }>(v1.account.devices.$get({}, during(options)), options),
      rename: (id: string, name: string, options?: CallOptions) =>
        readAnswer<RememberedDevice>(
          v1.account.devices[":id"].$patch({ param: { id }, json: { name } }, during(options)),
          options,
        ),
      forget: (id: string, options?: CallOptions) =>
        readAnswer<void>(v1.account.devices[":id"].$delete({ param: { id } }, during(options)), options),
      forgetAll: (options?: CallOptions) => readAnswer<void>(v1.account.devices.$delete({}, during(options)), options),
    },
    passkeys: {
      list: (options?: CallOptions) => readAnswer<Passkeys>(v1.account.passkeys.$get({}, during(options)), options),
      options: (options?: CallOptions) =>
        readAnswer<PasskeyCreation>(v1.account.passkeys.options.$post({ json: {} }, during(options)), options),
      add: (body: { id: string; name?: string; response: RegistrationResponse }, options?: CallOptions) =>
        readAnswer<PasskeyAdded>(v1.account.passkeys.$post({ json: body }, during(options)), options),
      rename: (id: string, name: string, options?: CallOptions) =>
        readAnswer<Account>(
          v1.account.passkeys[":id"].$patch({ param: { id }, json: { name } }, during(options)),
          options,
        ),
    },
    twoFactor: {
      enrolApp: (body: { name?: string } = {}, options?: CallOptions) =>
        readAnswer<AppEnrolment>(twoFactor.app.$post({ json: body }, during(options)), options),
      /** A set-up that this session began and that waits, after a page was loaded again; asks for a step-up. */
      showApp: (id: string, options?: CallOptions) =>
        readAnswer<AppEnrolment>(twoFactor.app[":id"].$get({ param: { id } }, during(options)), options),
      confirmApp: (id: string, code: string, options?: CallOptions) =>
        readAnswer<MethodConfirmed>(
          twoFactor.app[":id"].confirm.$post({ param: { id }, json: { code } }, during(options)),
          options,
        ),
      enrolEmail: (options?: CallOptions) =>
        readAnswer<EmailEnrolment>(twoFactor.email.$post({ json: {} }, during(options)), options),
      confirmEmail: (id: string, code: string, options?: CallOptions) =>
        readAnswer<MethodConfirmed>(
          twoFactor.email[":id"].confirm.$post({ param: { id }, json: { code } }, during(options)),
          options,
        ),
      prefer: (preferred: string, options?: CallOptions) =>
        readAnswer<Account>(twoFactor.$patch({ json: { preferred } }, during(options)), options),
      demandPasskeys: (on: boolean, options?: CallOptions) =>
        readAnswer<Account>(twoFactor["passkeys-only"].$put({ json: { on } }, during(options)), options),
      rename: (methodId: string, name: string, options?: CallOptions) =>
        readAnswer<Account>(
          twoFactor[":methodId"].$patch({ param: { methodId }, json: { name } }, during(options)),
          options,
        ),
      remove: (methodId: string, options?: CallOptions) =>
        readAnswer<void>(twoFactor[":methodId"].$delete({ param: { methodId } }, during(options)), options),
      turnOff: (options?: CallOptions) => readAnswer<void>(twoFactor.$delete({}, during(options)), options),
    },
    signIn: {
      start: (body: { email: string; password: string; unlock?: string }, options?: CallOptions) =>
        readAnswer<SignInAnswer>(v1["sign-in"].$post({ json: body }, during(options)), options),
      /** Mails a link by which this or another browser can try the password although strangers have used up the tries. */
      requestUnlock: (body: { email: string }, options?: CallOptions) =>
        readAnswer<UnlockSent>(v1["sign-in"].unlock.$post({ json: body }, during(options)), options),
      confirmUnlock: (body: { link: string }, options?: CallOptions) =>
        readAnswer<Unlocked>(v1["sign-in"].unlock.confirm.$post({ json: body }, during(options)), options),
      code: (body: SecondFactorProof & { signIn: string; rememberDevice?: boolean }, options?: CallOptions) =>
        readAnswer<SignInAnswer>(v1["sign-in"].code.$post({ json: body }, during(options)), options),
      passkeyOptions: (body: { signIn?: string } = {}, options?: CallOptions) =>
        readAnswer<PasskeyRequest>(v1["sign-in"].passkey.options.$post({ json: body }, during(options)), options),
      passkey: (body: PasskeyAnswer & { signIn?: string; rememberDevice?: boolean }, options?: CallOptions) =>
        readAnswer<SignInAnswer>(v1["sign-in"].passkey.$post({ json: body }, during(options)), options),
      sendEmailCode: (body: { signIn: string }, options?: CallOptions) =>
        readAnswer<EmailCodeSent>(v1["sign-in"]["email-code"].$post({ json: body }, during(options)), options),
    },
    stepUp: {
      methods: (options?: CallOptions) =>
        readAnswer<StepUpMethodsAnswer>(v1["step-up"].$get({}, during(options)), options),
      passkeyOptions: (options?: CallOptions) =>
        readAnswer<PasskeyRequest>(v1["step-up"].passkey.options.$post({ json: {} }, during(options)), options),
      prove: (
        proof: { password: string } | SecondFactorProof | (PasskeyAnswer & { method: "passkey" }),
        options?: CallOptions,
      ) => readAnswer<StepUpAnswer>(v1["step-up"].$post({ json: proof }, during(options)), options),
      sendEmailCode: (options?: CallOptions) =>
        readAnswer<EmailCodeSent>(v1["step-up"]["email-code"].$post({ json: {} }, during(options)), options),
    },
    token: {
      /** A token by which the server `aud` knows who is signed in. */
      issue: (body: { aud: string }, options?: CallOptions) =>
        readAnswer<TokenAnswer>(v1.token.$post({ json: body }, during(options)), options),
    },
    site: {
      /** The site of an OpenID Connect client. */
      ofClient: (clientId: string, options?: CallOptions) =>
        readAnswer<Site>(v1.oidc.site.$get({ query: { client_id: clientId } }, during(options)), options),
      /** The site of a page to return to, if that is allowed. */
      ofReturn: (address: string, options?: CallOptions) =>
        readAnswer<Site>(v1.oidc.site.$get({ query: { return_to: address } }, during(options)), options),
    },
    apps: {
      /** The sites that the person has signed in to. */
      list: (options?: CallOptions) =>
        readAnswer<{ apps: ConnectedApp[] }>(v1.account.apps.$get({}, during(options)), options),
      /** What the person lets a site know that is not the service's own. */
      allow: (clientId: string, body: { scopes: AppScope[] }, options?: CallOptions) =>
        readAnswer<void>(
          v1.account.apps[":clientId"].$put({ param: { clientId }, json: body }, during(options)),
          options,
        ),
      remove: (clientId: string, options?: CallOptions) =>
        readAnswer<void>(v1.account.apps[":clientId"].$delete({ param: { clientId } }, during(options)), options),
    },
    activity: {
      list: (query: ActivityFilter & { cursor?: string | undefined } = {}, options?: CallOptions) =>
        readAnswer<ActivityPage>(v1.account.activity.$get({ query }, during(options)), options),
      /** The same as CSV, all of it. */
      export: (query: ActivityFilter = {}, options?: CallOptions) =>
        readText(v1.account.activity.export.$get({ query }, during(options)), options),
    },
    session: {
      /**
       * Returns who is signed in, also where the caller shows another account. With `adopt` the caller then shows that
       * account: without it, calls are still refused with `other_account`.
       */
      get: (options?: CallOptions & { adopt?: true }) =>
        readAnswer<WhoIsThis>(v1.session.$get({}, during(options)), options).then((who) => {
          if (options?.adopt && who.ok) shown.id = who.value.account.id;
          return who;
        }),
      end: (options?: CallOptions) => readAnswer<void>(v1.session.$delete({}, during(options)), options),
      list: (options?: CallOptions) =>
        readAnswer<{ sessions: SessionOfAccount[] }>(v1.account.sessions.$get({}, during(options)), options),
      endOne: (id: string, options?: CallOptions) =>
        readAnswer<void>(v1.account.sessions[":id"].$delete({ param: { id } }, during(options)), options),
      endOthers: (options?: CallOptions) => readAnswer<void>(v1.account.sessions.$delete({}, during(options)), options),
    },
  };
}
