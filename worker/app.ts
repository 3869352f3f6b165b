import { Hono } from "hono";
import { fail as failure } from "../shared/outcome.ts";
import { emailRoutes } from "./account-settings/email/routes.ts";
import { accountRoutes } from "./account-settings/routes.ts";
import { activityRoutes } from "./activity/routes.ts";
import {
  adminEventRoutes,
  adminInvitationRoutes,
  emergencyRoutes,
  operatorCallRoutes,
  peopleRoutes,
} from "./admin/routes.ts";
import { buildWorld, type Nature } from "./build-world.ts";
import { emailCodeRoutes } from "./email-code/routes.ts";
import type { Settings } from "./environment.ts";
import { healthRoutes } from "./health/routes.ts";
import { readBody } from "./http/body.ts";
import { fail } from "./http/fail.ts";
import type { House } from "./http/house.ts";
import { allowListedCors, requireAllowedOrigin } from "./http/origin.ts";
import { problemPages } from "./http/problem-page.ts";
import { nameRequest } from "./http/request-id.ts";
import { apiHeaders } from "./http/secure-headers.ts";
import { answerOnce } from "./idempotency/answer-once.ts";
import { CameBefore } from "./idempotency/claim.ts";
import { linkRoutes } from "./link/routes.ts";
import { mailboxRoutes } from "./mail/routes.ts";
import { disputedRoutes, notMeRoutes } from "./not-me/routes.ts";
import { clientRoutes } from "./oidc/client/routes.ts";
import { appRoutes, oidcRoutes, providerRoutes, siteRoutes } from "./oidc/routes.ts";
import { passkeyRoutes, relatedOriginRoutes } from "./passkey/routes.ts";
import { ownPasswordRoutes, passwordRoutes } from "./password/routes.ts";
import { passwordResetRoutes } from "./password-reset/routes.ts";
import { publicSettingsRoutes } from "./public-settings/routes.ts";
import { recoveryCodeRoutes } from "./recovery-code/routes.ts";
import { RightEnded, refusalOf } from "./right/right.ts";
import { sessionRoutes, sessionsRoutes } from "./session/routes.ts";
import { shieldFromFloods } from "./shield/shield.ts";
import { acceptVisitor } from "./shield/visitor.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { invitationRoutes } from "./sign-up/invitation/routes.ts";
import { signUpRoutes } from "./sign-up/routes.ts";
import { signingKeyRoutes } from "./signing-key/routes.ts";
import { stepUpRoutes } from "./step-up/routes.ts";
import { tokenRoutes } from "./token/routes.ts";
import { totpRoutes } from "./totp/routes.ts";
import { trustedBrowserRoutes } from "./trusted-browser/routes.ts";
import { twoFactorResetRoutes } from "./two-factor/reset/routes.ts";
import { twoFactorRoutes } from "./two-factor/routes.ts";
import { importRoutes, rowsOfImport } from "./user-import/routes.ts";
import { waitingRoutes } from "./waiting/routes.ts";
import { webhookRoutes } from "./webhook/routes.ts";
import { wellKnownRoutes } from "./well-known/routes.ts";

/** The worker's HTTP side: what every request passes, then every feature at its address. */
export function createApp(settings: Settings, nature: Nature) {
  return new Hono<House>()
    .use(nameRequest(nature.random))
    .use(problemPages)
    .use(apiHeaders)
    .use(allowListedCors(settings))
    .use(readBody(rowsOfImport))
    .use(buildWorld(settings, nature))
    .use(shieldFromFloods())
    .use(acceptVisitor)
    .use(requireAllowedOrigin(settings))
    .use(answerOnce)
    .route("/health", healthRoutes)
    .route("/v1/accounts", signUpRoutes)
    .route("/v1/account", accountRoutes)
    .route("/v1/account/password", ownPasswordRoutes)
    .route("/v1/account/devices", trustedBrowserRoutes)
    .route("/v1/account/recovery-codes", recoveryCodeRoutes)
    .route("/v1/account/email", emailRoutes)
    .route("/v1/account/two-factor", twoFactorRoutes)
    .route("/v1/account/two-factor/app", totpRoutes)
    .route("/v1/account/two-factor/email", emailCodeRoutes)
    .route("/v1/account/passkeys", passkeyRoutes)
    .route("/v1/account/activity", activityRoutes)
    .route("/v1/account/sessions", sessionsRoutes)
    .route("/v1/account/apps", appRoutes)
    .route("/v1/account/waiting", waitingRoutes)
    .route("/v1/account/disputed", disputedRoutes)
    .route("/v1/not-me", notMeRoutes)
    .route("/v1/password", passwordRoutes)
    .route("/v1/password-reset", passwordResetRoutes)
    .route("/v1/links", linkRoutes)
    .route("/v1/public-settings", publicSettingsRoutes)
    .route("/v1/sign-in", signInRoutes)
    .route("/v1/step-up", stepUpRoutes)
    .route("/v1/session", sessionRoutes)
    .route("/v1/token", tokenRoutes)
    .route("/v1/admin/clients", clientRoutes)
    .route("/v1/oidc", siteRoutes)
    .route("/oidc", oidcRoutes)
    .route("/", providerRoutes)
    .route("/", signingKeyRoutes)
    .route("/v1/invitations", invitationRoutes)
    .route("/v1/two-factor-reset", twoFactorResetRoutes)
    .route("/v1/admin/people", peopleRoutes)
    .route("/v1/admin/invitations", adminInvitationRoutes)
    .route("/v1/admin/events", adminEventRoutes)
    .route("/v1/admin/operator-calls", operatorCallRoutes)
    .route("/v1/admin", emergencyRoutes)
    .route("/v1/admin/webhooks", webhookRoutes)
    .route("/v1/admin/imports", importRoutes)
    .route("/.well-known/webauthn", relatedOriginRoutes)
    .route("/.well-known", wellKnownRoutes)
    .route("/", mailboxRoutes)
    .notFound((c) => fail(c, failure("not_found")))
    .onError(async (error, c) => {
      const answerEarlier = c.get("answerEarlier");
      if (error instanceof CameBefore && answerEarlier) return answerEarlier();
      if (error instanceof RightEnded) return fail(c, await refusalOf(error));
      console.error(`request ${c.get("requestId")} failed:`, error);
      return fail(c, failure("internal"));
    });
}
