import { calls } from "../openapi/calls.ts";
import { operatorCalls } from "../openapi/operator-calls.ts";
import { type Flow, flows } from "./flows.ts";
import { turnOnPasskey } from "./passkey.ts";
import type { Person } from "./person.ts";

/** A way to the good answer of an operation. */
export interface Way {
  /** The operation, where `act` has other requests before it; absent where its first request is the one. */
  operation: string | undefined;
  act: () => Promise<unknown>;
}

/** Flows that come by an operation, which `calls` do not. */
const flowOf: Record<string, string> = {
  endSession: "sign out",
  endOtherSessions: "end the other sessions",
  stepUp: "step up by password",
  deleteAccount: "delete the account",
  changeEmail: "ask for another address",
  confirmEmail: "move to another address",
  changePassword: "change the password",
  enrolApp: "start to set an app up",
  confirmApp: "confirm an app",
  enrolEmail: "start to set e-mail up",
  confirmEmailMethod: "confirm e-mail",
  preferMethod: "choose the preferred method",
  removeMethod: "remove the last method",
  turnOffTwoFactor: "turn two-factor off",
  renewRecoveryCodes: "renew the recovery codes",
  addPasskey: "add a passkey",
  undoEmailChange: "undo the move to another address",
  reportNotMe: "say that it was not me",
  signInByPasskey: "sign in by a passkey alone",
  requestPasswordReset: "ask for a reset",
  confirmPasswordReset: "reset the password",
  startSignIn: "begin a sign-in that mails a code",
  proveSecondStep: "prove the second step and have the browser remembered",
  requestUnlock: "ask for an unlock",
  confirmUnlock: "unlock the sign-in",
  setPasskeysOnly: "ask for nothing weaker than a passkey",
  forgetDevices: "forget every browser",
};

/** The others. */
const ownFlows: Record<string, Flow> = {
  askPasskeyCreation: {
    ready: async (person) => () => person.service.post("/v1/account/passkeys/options", {}, person),
    status: 200,
  },
  createAccount: {
    ready: async ({ service }) => {
      const email = `another-${crypto.randomUUID()}@example.com`;
      return () => service.post("/v1/accounts", { email, password: "a quiet harbour at dawn" });
    },
    status: 202,
  },
  verifyAccount: {
    ready: async ({ service }) => {
      const email = `another-${crypto.randomUUID()}@example.com`;
      const { verification } = (await service.post("/v1/accounts", { email, password: "a quiet harbour at dawn" }))
        .body;
      const code = await service.newestCode(email);
      return () => service.post("/v1/accounts/verify", { id: verification.id, code });
    },
    status: 201,
  },
  askSignInPasskey: {
    ready: async (person) => () => person.service.post("/v1/sign-in/passkey/options"),
    status: 200,
  },
  askStepUpPasskey: {
    given: async (person) => void (await turnOnPasskey(person)),
    ready: async (person) => () => person.service.post("/v1/step-up/passkey/options", {}, person),
    status: 200,
  },
};

/** Does what has to come before an operation, and hands out what leads to its good answer. */
export async function wayTo(id: string, person: Person): Promise<Way> {
  const [, call] = Object.entries({ ...calls, ...operatorCalls }).find(([name]) => name.startsWith(`${id} `)) ?? [];
  if (call) return { operation: id, act: () => call(person) };
  const flow = flows[flowOf[id] ?? ""] ?? ownFlows[id];
  if (!flow) throw new Error(`Say in flowOf or ownFlows which flow comes by ${id}.`);
  await flow.given?.(person);
  return { operation: undefined, act: await flow.ready(person) };
}
