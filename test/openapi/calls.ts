import { env } from "cloudflare:test";
import { flows, secondStep, withEmail } from "../support/flows.ts";
import { signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { askResetLink, newPassword, resetPassword } from "../support/password-reset.ts";
import type { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";
import { watchedDatabase } from "../support/watched-database.ts";
import { Endpoint } from "../support/webhook.ts";
import { DescribedService } from "./described-service.ts";

type Call = (person: Person) => Promise<TestAnswer>;

/** Signs a person in to the site of the settings, as its link does. */
async function signInToSite(person: Person): Promise<void> {
  const query = new URLSearchParams({
    client_id: "example-site",
    redirect_uri: "http://127.0.0.1/callback",
    response_type: "code",
    scope: "openid",
    code_challenge: "x".repeat(43),
    code_challenge_method: "S256",
  });
  // That route describes itself (`/.well-known/openid-configuration`), not here.
  const service = new Service();
  service.now = person.service.now;
  await service.get(`/oidc/authorize?${query}`, person);
}

/** A webhook that is told of nothing but an account's end, so that nothing else here is. */
function endpointOf(): Promise<Endpoint> {
  return Endpoint.make(new DescribedService({}, { WEBHOOKS: undefined }), ["account.deleted"]);
}

/** Good answers that the flows of test/support/flows.ts do not come by, as `operation status`. */
export const calls: Record<string, Call> = {
  "getAccount 200": (person) => person.account(),
  "setProfile 200": (person) => person.service.patch("/v1/account", { locale: "es", displayName: "Ana" }, person),
  "showApp 200": async (person) => {
    const { id } = (await person.service.post("/v1/account/two-factor/app", {}, person)).body;
    await person.stepUpByPassword();
    return person.service.get(`/v1/account/two-factor/app/${id}`, person);
  },
  "renameMethod 200": async (person) => {
    const [{ id }] = (await person.turnOnApp()).body.account.twoFactor.methods;
    return person.service.patch(`/v1/account/two-factor/${id}`, { name: "Blue phone" }, person);
  },
  "renameDevice 200": async (person) => {
    await person.turnOnApp();
    await person.rememberBrowser();
    const { devices } = (await person.service.get("/v1/account/devices", person)).body;
    return person.service.patch(`/v1/account/devices/${devices[0].id}`, { name: "Laptop" }, person);
  },
  "exportActivity 200": (person) => person.service.get("/v1/account/activity/export", person),
  "exportAccount 200": async (person) => {
    await person.turnOnApp("Phone");
    await person.rememberBrowser();
    await person.stepUp();
    await person.moveAddress();
    return person.service.get("/v1/account/export", person);
  },
  "resendVerification 202": async ({ service }) => {
    const email = `again-${crypto.randomUUID()}@example.com`;
    const { verification } = (await service.post("/v1/accounts", { email, password: "a quiet harbour at dawn" })).body;
    service.pass(60);
    return service.post("/v1/accounts/verification", { id: verification.id });
  },
  "listDisputed 200": async (person) => {
    await turnOnPasskey(person);
    await person.service.post("/v1/not-me", { link: await person.mailedLink("not-me") });
    person.token = (await resetPassword(person)).body.session.token;
    return person.service.get("/v1/account/disputed", person);
  },
  "decideDisputed 204": async (person) => {
    await person.turnOnApp();
    await person.service.post("/v1/not-me", { link: await person.mailedLink("not-me") });
    person.token = (await resetPassword(person)).body.session.token;
    person.password = newPassword;
    await person.stepUpByPassword();
    const { items } = (await person.service.get("/v1/account/disputed", person)).body;
    return person.service.post(`/v1/account/disputed/${items[0].id}`, { keep: true }, person);
  },
  "stopWaiting 204": async (person) => {
    await person.stepUpByPassword();
    await person.service.put("/v1/account/email", { newEmail: `new-${crypto.randomUUID()}@example.com` }, person);
    const [{ id }] = (await person.account()).body.waiting;
    await person.stepUpByPassword();
    return person.service.delete(`/v1/account/waiting/${id}`, person);
  },
  "askUndoPasskey 200": async (person) => {
    const passkey = await turnOnPasskey(person);
    person.service.pass(20 * 24 * 60 * 60);
    // Another session: what the one that moves the address has added is disputed with it.
    person.token = (await signInByPasskey(person, passkey)).body.session.token;
    await stepUpByPasskey(person, passkey);
    await person.moveAddress();
    const link = await person.mailedLink("undo-email");
    return person.service.post("/v1/account/email/undo/passkey/options", { link });
  },
  "securityContact 200": () =>
    new DescribedService({ SECURITY_CONTACT: "security@example.com" }).get("/.well-known/security.txt"),
  "changePasswordPage 302": ({ service }) => service.get("/.well-known/change-password"),
  "checkPassword 200": ({ service, email }) => service.post("/v1/password/check", { password: "password1", email }),
  "confirmPasswordReset 202": async (person) => {
    await withEmail(person);
    return resetPassword(person);
  },
  "checkLink 200": async (person) => {
    const link = await askResetLink(person);
    return person.service.post("/v1/links/check", { link });
  },
  "stopPasswordReset 204": async (person) => {
    await withEmail(person);
    await resetPassword(person);
    const texts = (await person.service.mailsTo(person.email)).map(({ text }) => text);
    const token = /\/stop-reset\?link=([\w.-]+)/.exec(texts.join("\n"))?.[1];
    return person.service.post("/v1/password-reset/stop", { token });
  },
  "sendSecondStepCode 202": async (person) => {
    await withEmail(person);
    const signIn = await secondStep(person);
    person.service.pass(60);
    return person.service.post("/v1/sign-in/email-code", { signIn });
  },
  "sendStepUpCode 202": async (person) => {
    await withEmail(person);
    person.service.pass(60);
    return person.service.post("/v1/step-up/email-code", {}, person);
  },
  "getSession 200": async (person) => {
    await person.stepUpByPassword();
    return person.service.get("/v1/session", person);
  },
  "listSessions 200": (person) => person.service.get("/v1/account/sessions", person),
  "endOneSession 204": async (person) => {
    const { id } = (await person.startSignIn()).body.session;
    return person.service.delete(`/v1/account/sessions/${id}`, person);
  },
  "listPasskeys 200": async (person) => {
    await turnOnPasskey(person);
    return person.service.get("/v1/account/passkeys", person);
  },
  "renamePasskey 200": async (person) => {
    await turnOnPasskey(person);
    const [passkey] = (await person.service.get("/v1/account/passkeys", person)).body.passkeys;
    return person.service.patch(`/v1/account/passkeys/${passkey.id}`, { name: "Blue key" }, person);
  },
  "issueToken 200": (person) => person.service.post("/v1/token", { aud: "example-api" }, person),
  "publishKeys 200": ({ service }) => service.get("/.well-known/jwks.json"),
  "relatedOrigins 200": ({ service }) => service.get("/.well-known/webauthn"),
  "listApps 200": async (person) => {
    await signInToSite(person);
    return person.service.get("/v1/account/apps", person);
  },
  "allowApp 204": (person) =>
    person.service.put("/v1/account/apps/example-site", { scopes: ["openid", "email"] }, person),
  "removeApp 204": async (person) => {
    await signInToSite(person);
    return person.service.delete("/v1/account/apps/example-site", person);
  },
  "readSite 200": ({ service }) => service.get("/v1/oidc/site?client_id=example-site"),
  "listStepUpMethods 200": (person) => person.service.get("/v1/step-up", person),
  "listDevices 200": async (person) => {
    await person.turnOnApp();
    const headers = await person.rememberBrowser();
    return person.service.get("/v1/account/devices", { token: person.token, headers });
  },
  "forgetDevice 204": async (person) => {
    await person.turnOnApp();
    await person.rememberBrowser();
    const { devices } = (await person.service.get("/v1/account/devices", person)).body;
    return person.service.delete(`/v1/account/devices/${devices[0].id}`, person);
  },
  "listActivity 200": async (person) => {
    for (const name of ["change the password", "end the other sessions"]) await (await flows[name]?.ready(person))?.();
    return person.service.get("/v1/account/activity", person);
  },
  "listWebhooks 200": async () => (await endpointOf()).call("GET", ""),
  "createWebhook 201": async () => {
    const { url, call } = await endpointOf();
    return call("POST", "", { url, types: ["account.deleted"], description: "Billing" });
  },
  "readWebhook 200": async () => (await endpointOf()).call("GET", "/"),
  "updateWebhook 200": async () => (await endpointOf()).call("PATCH", "/", { enabled: false }),
  "deleteWebhook 204": async () => (await endpointOf()).call("DELETE", "/"),
  "replaceWebhookSecret 200": async () => (await endpointOf()).call("POST", "/secret"),
  "testWebhook 202": async () => (await endpointOf()).call("POST", "/test"),
  "listDeliveries 200": async () => {
    const endpoint = await endpointOf();
    await endpoint.answers({ status: 500 });
    await endpoint.call("POST", "/test");
    await endpoint.service.runSchedule();
    return endpoint.call("GET", "/deliveries");
  },
  "sendDeliveryAgain 202": async () => {
    const endpoint = await endpointOf();
    const { id } = (await endpoint.call("POST", "/test")).body;
    return endpoint.call("POST", `/deliveries/${id}/send`);
  },
  "readPublicSettings 200": ({ service }) => service.get("/v1/public-settings"),
  "checkHealth 200": ({ service }) => service.get("/health"),
  "readMailbox 200": ({ service }) => service.get("/mailbox.json"),
  "showMailbox 200": ({ service }) => service.get("/mailbox"),
};

const withoutMailbox = () => new DescribedService({ MAIL: "resend", RESEND_API_KEY: "re_x" });

/** A problem of each operation that asks for neither a session nor a body, which the others are refused for. */
export const problemCalls: Record<string, () => Promise<TestAnswer>> = {
  askSignInPasskey: () => new DescribedService().post("/v1/sign-in/passkey/options", { signIn: "" }),
  // These refuse nothing but a flood.
  relatedOrigins: () => floodOf("/.well-known/webauthn"),
  publishKeys: () => floodOf("/.well-known/jwks.json"),
  changePasswordPage: () => floodOf("/.well-known/change-password"),
  readPublicSettings: () => floodOf("/v1/public-settings"),
  checkHealth: () => {
    const broken = watchedDatabase(env.DB, () => Promise.reject(new Error("D1_ERROR: Network connection lost.")));
    return new DescribedService({}, { DB: broken }).get("/health");
  },
  readMailbox: () => withoutMailbox().get("/mailbox.json"),
  showMailbox: () => withoutMailbox().get("/mailbox"),
};

/** One request too many of a network. */
function floodOf(path: string): Promise<TestAnswer> {
  const service = new DescribedService({}, { SHIELD: { limit: async () => ({ success: false }) } });
  return service.get(path, { headers: { "CF-Connecting-IP": "203.0.113.9" } });
}
