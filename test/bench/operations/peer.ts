import type { TotpKey } from "../../../shared/otp/otp-key.ts";
import { parseOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { totpCode } from "../../../shared/otp/totp.ts";
import { type Call, call, cookiesOf } from "./call.ts";
import type { Operations } from "./operation.ts";

const password = "a long way to the harbour";

/** People of the peer, by their addresses alone. */
export function peerPeople(address: string) {
  let people = 0;
  const send = (path: string, body: unknown) =>
    call("POST", `${address}/api/auth${path}`, { body, headers: { Origin: address } });
  return {
    async newPerson(): Promise<string> {
      const email = `memory-${people++}@example.com`;
      await send("/sign-up/email", { email, password, name: "Somebody" });
      return email;
    },
    signIn: (email: string) => send("/sign-in/email", { email, password }),
    /** Makes it ready for requests, without a hash. */
    warmUp: () => call("GET", `${address}/api/auth/get-session`),
  };
}

/** What the peer can do of what is measured; it asks for no proof of an address, and sends a code in a request of its own. */
export async function peerOperations(address: string): Promise<Omit<Operations, "prove its address">> {
  let people = 0;
  const newAddress = () => `bench-${people++}@example.com`;
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    call(method, `${address}/api/auth${path}`, { body, headers: { Origin: address, ...headers } });
  const signUp = (email: string) => send("POST", "/sign-up/email", { email, password, name: "Somebody" });
  const signIn = (email: string) => send("POST", "/sign-in/email", { email, password });
  const by = (answer: Call) => ({ Cookie: cookiesOf(answer) });
  const mailedCode = async (email: string) =>
    (await call("GET", `${address}/bench/code?email=${email}`)).body as string;

  async function newPerson() {
    const email = newAddress();
    const answer = await signUp(email);
    return { email, cookie: by(answer), token: { Authorization: `Bearer ${answer.headers.get("set-auth-token")}` } };
  }
  async function newPersonWithApp() {
    const { email, cookie } = await newPerson();
    const { totpURI, backupCodes } = (await send("POST", "/two-factor/enable", { password }, cookie)).body;
    await send("POST", "/two-factor/verify-totp", { code: codeOf(totpURI) }, cookie);
    return { email, totpURI: totpURI as string, backupCodes: backupCodes as string[] };
  }
  const one = await newPerson();
  let withApp = await newPersonWithApp();

  return {
    "does nothing (the floor)": async () => () => call("GET", `${address}/bench/floor`),
    "create an account": async () => () => signUp(newAddress()),
    "sign in, one step": async () => () => signIn(one.email),
    "sign in, first step (app)": async () => () => signIn(withApp.email),
    "second step by app": async () => {
      const cookie = by(await signIn(withApp.email));
      return () => send("POST", "/two-factor/verify-totp", { code: codeOf(withApp.totpURI) }, cookie);
    },
    "sign in, first step (e-mail)": async () => async () => {
      const first = await signIn(withApp.email);
      return both(first, await send("POST", "/two-factor/send-otp", {}, by(first)));
    },
    "second step by e-mail": async () => {
      const cookie = by(await signIn(withApp.email));
      await send("POST", "/two-factor/send-otp", {}, cookie);
      const code = await mailedCode(withApp.email);
      return () => send("POST", "/two-factor/verify-otp", { code }, cookie);
    },
    "second step by recovery code": async () => {
      if (withApp.backupCodes.length === 0) withApp = await newPersonWithApp();
      const code = withApp.backupCodes.pop() ?? "";
      const cookie = by(await signIn(withApp.email));
      return () => send("POST", "/two-factor/verify-backup-code", { code }, cookie);
    },
    "session check by cookie": async () => () => send("GET", "/get-session", undefined, one.cookie),
    "session check by bearer": async () => () => send("GET", "/get-session", undefined, one.token),
    "change the password": async () => {
      const { cookie } = await newPerson();
      const body = { currentPassword: password, newPassword: `${password} and back`, revokeOtherSessions: true };
      return () => send("POST", "/change-password", body, cookie);
    },
    "set up an app": async () => {
      const { cookie } = await newPerson();
      return () => send("POST", "/two-factor/enable", { password }, cookie);
    },
    "confirm an app": async () => {
      const { cookie } = await newPerson();
      const { totpURI } = (await send("POST", "/two-factor/enable", { password }, cookie)).body;
      return () => send("POST", "/two-factor/verify-totp", { code: codeOf(totpURI) }, cookie);
    },
    "list sessions": async () => () => send("GET", "/list-sessions", undefined, one.cookie),
  };
}

/** The present code of the app that a link sets up. */
function codeOf(uri: string): string {
  const key = parseOtpauthUri(uri);
  if (!key.ok) throw new Error(`no key in ${uri}`);
  return totpCode(key.value as TotpKey, Date.now());
}

/** Two requests that a person waits for one after the other, as one. */
function both(one: Call, other: Call): Call {
  const use = { ...one.use };
  for (const name of Object.keys(use) as (keyof typeof use)[]) use[name] += other.use[name];
  return { ...other, ms: one.ms + other.ms, use };
}
