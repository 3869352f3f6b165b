import type { Account } from "../contract/account.ts";
import type { Answer, CallDetails, CallOptions, ClientErrorCode } from "../contract/answer.ts";
import type { Client, PasskeyAnswer, SecondFactorProof } from "../contract/client.ts";
import { resendAfterSeconds } from "../contract/limits.ts";
import type { PasskeyRequest } from "../contract/passkey.ts";
import type { IssuedSession, SecondStepAnswer, SignInAnswer } from "../contract/sign-in.ts";
import type { Failure } from "../outcome.ts";

/** How somebody may prove the second step. */
export type SecondStepMethod = SecondFactorProof["method"] | "passkey";

/**
 * Shows the browser's dialog for a passkey: gets what `PublicKeyCredential.parseRequestOptionsFromJSON()` takes, and returns
 * what the credential's `toJSON()` says; null where the person leaves it.
 */
export type AskForPasskey = (options: PasskeyRequest["options"]) => Promise<PasskeyAnswer["response"] | null>;

/** Why the last thing that was tried did not work; gone with the next try. */
type StepProblem = Failure<ClientErrorCode, CallDetails>;

/** E-mail and password are asked for. `problem.code` is `sign_in_expired` where a second step took too long or too many tries. */
export interface PasswordStep {
  at: "password";
  problem?: StepProblem;
}

/** The password was right; a code is asked for. */
export interface SecondStep {
  at: "second_step";
  /** What the code is asked of now. */
  method: SecondStepMethod;
  /** Everything that it may be asked of, the preferred one first, a recovery code last. */
  methods: SecondStepMethod[];
  /** Where a code was mailed, masked as `a•••@example.com`; absent while none has been. */
  sentTo?: string;
  /** When another code can be mailed. */
  resendAfter?: string;
  /** When the sign-in has to start over. */
  expiresAt: string;
  /** For how many days this browser can be remembered; 0 where the service remembers none. */
  rememberDays: number;
  /** After a wrong code, `problem.details.attemptsLeft` says how many tries are left. */
  problem?: StepProblem;
}

/** Signed in. */
export interface CompleteStep {
  at: "complete";
  account: Account;
  session: IssuedSession;
}

/** Where a sign-in can go wrong. */
type Open = PasswordStep | SecondStep;

export type SignInStep = PasswordStep | SecondStep | CompleteStep;

/** A sign-in as a small state machine. Every call resolves to the step that it led to, and rejects only when aborted. */
export interface SignIn {
  readonly step: SignInStep;
  /** E-mail and password. Leads straight to `complete` without two-factor authentication, or in a remembered browser. */
  start(credentials: { email: string; password: string }, options?: CallOptions): Promise<SignInStep>;
  /** The code of the step's method; does nothing where that is a passkey. */
  prove(code: string, options?: CallOptions & { rememberDevice?: boolean }): Promise<SignInStep>;
  /** Proves the second step by a passkey: asks for it, and is complete by it. A dialog that is left changes nothing. */
  provePasskey(ask: AskForPasskey, options?: CallOptions & { rememberDevice?: boolean }): Promise<SignInStep>;
  /** Asks for the code of another method; mails one where that is what the method takes. */
  choose(method: SecondStepMethod, options?: CallOptions): Promise<SignInStep>;
  /** Mails a new code; the ones before are void. */
  sendEmailCode(options?: CallOptions): Promise<SignInStep>;
  /** Takes up what another call answered: that of a reset's code, or of a new account's. */
  take(answer: SignInAnswer): SignInStep;
  /** Back to the password. What is still under way is no longer heard. */
  restart(): SignInStep;
}

/** A sign-in from its first step. `onStep` hears of every step, as soon as it is reached. */
export function createSignIn(client: Client, onStep?: (step: SignInStep) => void): SignIn {
  let step: SignInStep = { at: "password" };
  let secret = "";
  let round = 0;

  const go = (next: SignInStep) => {
    step = next;
    onStep?.(next);
    return next;
  };
  const take = (answer: SignInAnswer) => {
    round++;
    if (answer.status === "complete") return go({ at: "complete", account: answer.account, session: answer.session });
    secret = answer.signIn;
    return go(secondStepOf(answer));
  };
  /** Makes a call from this step; what it answers counts only if nothing else has been begun meanwhile. */
  const advance = async <Value>(
    from: Open,
    call: Promise<Answer<Value>>,
    then: (value: Value) => SignInStep | Promise<SignInStep>,
  ): Promise<SignInStep> => {
    const ofRound = ++round;
    const answer = await call;
    if (ofRound !== round) return step;
    if (answer.ok) return then(answer.value);
    return go({ ...(answer.code === "sign_in_expired" ? { at: "password" } : from), problem: answer });
  };
  const sendEmailCode = async (options?: CallOptions) => {
    if (step.at !== "second_step") return step;
    const from: SecondStep = { ...step, method: "email" };
    return advance(from, client.signIn.sendEmailCode({ signIn: secret }, options), ({ sentTo, resendAfter }) =>
      go({ ...from, sentTo, resendAfter, problem: undefined }),
    );
  };

  return {
    get step() {
      return step;
    },
    start: (credentials, options) => advance({ at: "password" }, client.signIn.start(credentials, options), take),
    async prove(code, { rememberDevice, ...options } = {}) {
      if (step.at !== "second_step" || step.method === "passkey") return step;
      const proof = { signIn: secret, method: step.method, code, rememberDevice };
      return advance(step, client.signIn.code(proof, options), take);
    },
    async provePasskey(ask, { rememberDevice, ...options } = {}) {
      if (step.at !== "second_step") return step;
      const from: SecondStep = { ...step, method: "passkey", problem: undefined };
      return advance(from, client.signIn.passkeyOptions({ signIn: secret }, options), async (request) => {
        go(from);
        const ofRound = round;
        const response = await ask(request.options);
        if (!response || ofRound !== round) return step;
        const proof = { signIn: secret, id: request.id, response, rememberDevice };
        return advance(from, client.signIn.passkey(proof, options), take);
      });
    },
    async choose(method, options) {
      if (step.at !== "second_step") return step;
      const { sentTo } = step;
      round++;
      go({ ...step, method, problem: undefined });
      return method === "email" && !sentTo ? sendEmailCode(options) : step;
    },
    sendEmailCode,
    take,
    restart() {
      round++;
      return go({ at: "password" });
    },
  };
}

function secondStepOf({ methods, preferred, expiresAt, rememberDays, resendAfter }: SecondStepAnswer): SecondStep {
  const byPreference = methods.map(({ type }) => type).sort((a, b) => +(b === preferred) - +(a === preferred));
  const ways: SecondStepMethod[] = [...byPreference, "recovery"];
  const step: SecondStep = { at: "second_step", method: ways[0] ?? "recovery", methods: ways, expiresAt, rememberDays };
  if (preferred !== "email") return step;
  if (resendAfter) return { ...step, resendAfter };
  const inAMoment = new Date(Date.now() + resendAfterSeconds * 1000).toISOString();
  return { ...step, sentTo: methods.find(({ type }) => type === "email")?.sentTo, resendAfter: inAMoment };
}
