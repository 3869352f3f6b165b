import type { CodeMethod } from "../../../../worker/throttle/rules.ts";
import * as account from "../model/account.ts";
import * as notMe from "../model/not-me.ts";
import * as password from "../model/password.ts";
import type { Answered, Moment, Trip } from "../model/possible.ts";
import * as reset from "../model/reset.ts";
import * as session from "../model/session.ts";
import * as signIn from "../model/sign-in.ts";
import * as stepUp from "../model/step-up.ts";
import * as twoFactor from "../model/two-factor.ts";
import * as unlock from "../model/unlock.ts";
import type { Call } from "./call.ts";

/** A request with what the model says of it. */
export interface Deed {
  call: Omit<Call, "browser">;
  model: (at: Moment) => Trip;
}

/** Whoever does it, once or twice at a time. */
export type Does = (deed: Deed) => Promise<Answered>;

function deed(
  method: Call["method"],
  path: string,
  { body, token, settles }: Pick<Call, "body" | "token" | "settles">,
  model: Deed["model"],
): Deed {
  return { call: { method, path: `/v1/${path}`, body, token, settles }, model };
}

/** Everything that people do, each one request. */
export const deeds = {
  createAccount: (email: string, chosen: string) =>
    deed("POST", "accounts", { body: { email, password: chosen } }, (at) => account.createAccount(at, chosen)),
  verifyAccount: (id: string, code: string) =>
    deed("POST", "accounts/verify", { body: { id, code } }, (at) => account.verifyAccount(at, id, code)),
  readAccount: (token: string) => deed("GET", "account", { token }, () => account.readAccount(token)),
  readActivity: (token: string, cursor?: string) =>
    deed("GET", `account/activity${cursor ? `?cursor=${cursor}` : ""}`, { token }, () => account.readActivity(token)),
  deleteAccount: (token: string) =>
    deed("DELETE", "account", { token, body: {} }, ({ now }) => account.deleteAccount(token, now)),

  startSignIn: (email: string, typed: string, unlocked?: string) =>
    deed("POST", "sign-in", { body: { email, password: typed, unlock: unlocked } }, (at) =>
      signIn.startSignIn(at, typed, unlocked),
    ),
  requestUnlock: (email: string) =>
    deed("POST", "sign-in/unlock", { body: { email }, settles: true }, (at) => unlock.requestUnlock(at)),
  confirmUnlock: (link: string) =>
    deed("POST", "sign-in/unlock/confirm", { body: { link } }, (at) => unlock.confirmUnlock(at, link)),
  typeCode: (secret: string, method: CodeMethod, code: string) =>
    deed("POST", "sign-in/code", { body: { signIn: secret, method, code } }, (at) =>
      signIn.typeCode(at, { signIn: secret, method, code }),
    ),
  resendCode: (secret: string) =>
    deed("POST", "sign-in/email-code", { body: { signIn: secret } }, (at) => signIn.resendCode(at, secret)),

  checkSession: (token: string) => deed("GET", "session", { token }, ({ now }) => session.checkSession(token, now)),
  signOut: (token: string) => deed("DELETE", "session", { token }, () => session.signOut(token)),
  listSessions: (token: string) => deed("GET", "account/sessions", { token }, () => session.listSessions(token)),
  endSession: (token: string, id: string) =>
    deed("DELETE", `account/sessions/${id}`, { token }, () => session.endSession(token, id)),
  endOthers: (token: string) => deed("DELETE", "account/sessions", { token }, () => session.endOthers(token)),

  stepUpByPassword: (token: string, typed: string) =>
    deed("POST", "step-up", { token, body: { password: typed } }, (at) => stepUp.stepUpByPassword(at, token, typed)),
  stepUpByCode: (token: string, method: CodeMethod, code: string) =>
    deed("POST", "step-up", { token, body: { method, code } }, (at) =>
      stepUp.stepUpByCode(at, token, { method, code }),
    ),
  sendStepUpCode: (token: string) =>
    deed("POST", "step-up/email-code", { token, body: {} }, (at) => stepUp.sendStepUpCode(at, token)),

  changePassword: (token: string, change: password.Change) =>
    deed("PUT", "account/password", { token, body: change }, (at) => password.changePassword(at, token, change)),
  requestReset: (email: string) =>
    deed("POST", "password-reset", { body: { email }, settles: true }, (at) => reset.requestReset(at)),
  confirmReset: (wish: reset.ResetWish) =>
    deed("POST", "password-reset/confirm", { body: wish }, (at) => reset.confirmReset(at, wish)),

  reportNotMe: (link: string) =>
    deed("POST", "not-me", { body: { link } }, (at) =>
      // Its content is in the open: whose account, and when it was made.
      notMe.reportNotMe(at, Number.parseInt(link.split(".")[1] ?? "", 36)),
    ),
  listDisputed: (token: string) => deed("GET", "account/disputed", { token }, () => notMe.listDisputed(token)),
  removeDisputed: (token: string, id: string) =>
    deed("POST", `account/disputed/${id}`, { token, body: { keep: false } }, ({ now }) =>
      notMe.removeDisputed(token, now, id),
    ),

  enrolApp: (token: string) =>
    deed("POST", "account/two-factor/app", { token, body: {} }, (at) => twoFactor.enrolApp(at, token)),
  confirmApp: (token: string, id: string, code: string) =>
    deed("POST", `account/two-factor/app/${id}/confirm`, { token, body: { code } }, (at) =>
      twoFactor.confirmApp(at, token, id, code),
    ),
  enrolEmail: (token: string) =>
    deed("POST", "account/two-factor/email", { token, body: {} }, (at) => twoFactor.enrolEmail(at, token)),
  confirmEmail: (token: string, id: string, code: string) =>
    deed("POST", `account/two-factor/email/${id}/confirm`, { token, body: { code } }, (at) =>
      twoFactor.confirmEmail(at, token, id, code),
    ),
  removeMethod: (token: string, id: string) =>
    deed("DELETE", `account/two-factor/${id}`, { token }, ({ now }) => twoFactor.removeMethod(token, now, id)),
  turnOff: (token: string) =>
    deed("DELETE", "account/two-factor", { token }, ({ now }) => twoFactor.turnOff(token, now)),
  renewRecoveryCodes: (token: string) =>
    deed("POST", "account/recovery-codes", { token }, ({ now }) => twoFactor.renewRecoveryCodes(token, now)),
};
