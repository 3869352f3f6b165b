import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { MethodType } from "../../contract/account.ts";
import type { Answer } from "../../contract/answer.ts";
import type { SecondFactorProof } from "../../contract/client.ts";
import type { EmailCodeSent } from "../../contract/email-code.ts";
import type { StepUpMethod } from "../../contract/errors.ts";
import type { PasskeyProof, PasskeyRequest } from "../../contract/passkey.ts";
import { isComplete } from "../../ui/code-digits.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { createResend, type Resend } from "../email-code/resend-state.ts";
import { createFormState, type FormState, isAnything, isFilled } from "../form-state.ts";
import { canUsePasskeys } from "../passkey/ceremony.ts";
import { passkeyPlace } from "../passkey/place.ts";
import { createPasskeyUse, type PasskeyUse } from "../passkey/use-state.ts";
import { createWhereabouts } from "../whereabouts.ts";

export type ProofMethod = SecondFactorProof["method"] | "passkey";

/** Proving a second factor: by which method, the code so far, and how it went. */
export interface SecondFactor {
  method: ReadonlySignal<ProofMethod>;
  /** The other methods that would do. */
  otherWays: ReadonlySignal<ProofMethod[]>;
  choosing: Signal<boolean>;
  code: Signal<string>;
  recoveryCode: Signal<string>;
  /** The form of the method's code, and of a recovery code; one try at a time for both. */
  form: FormState<"code">;
  recovery: FormState<"code">;
  sentTo: ReadonlySignal<string>;
  /** When the last code was mailed, in milliseconds since 1970. */
  mailedAtMs: ReadonlySignal<number | null>;
  /** The code of an authenticator in this very browser; undefined where it has none for this account. */
  ownCode: (() => Promise<string | null>) | undefined;
  /** Proves it by a passkey; undefined where these screens can use none. */
  passkey: PasskeyUse | undefined;
  /** There is a passkey that would do, and these screens cannot use it. */
  hasUnusablePasskey: boolean;
  /** Whether to remember this browser; undefined where it can't be. */
  remember: { days: number; value: Signal<boolean> } | undefined;
  attempt: Attempt;
  resend: Resend;
  choose: (method: ProofMethod) => void;
  submit: () => Promise<void>;
}

interface SecondFactorOptions {
  /** The methods that count, the one to begin with first. */
  methods: readonly (MethodType | StepUpMethod)[];
  /** Where codes by e-mail go, where that is known. */
  sentTo?: string;
  /** When a code was mailed, where one was. Milliseconds since 1970. */
  mailedAtMs?: number | null;
  /** The method it was left at, where that is not the first. */
  begunWith?: ProofMethod;
  ownCode?: () => Promise<string | null>;
  /** Asks for a passkey and sends what it signed. */
  /** Tells whether the person has stayed on the screen that asks. */
  here?: () => () => boolean;
  passkey?: {
    ask: () => Promise<Answer<PasskeyRequest>>;
    prove: (proof: PasskeyProof, remember: boolean) => Promise<Answer<unknown>>;
  };
  /** Whether a recovery code counts: always, where nothing is said. */
  recoveryCounts?: boolean;
  /** What it is for can't be taken back: nothing is sent, and no passkey asked for, before the button is pressed (C8). */
  waitsForButton?: boolean;
  /** For how many days this browser can be remembered. */
  rememberDays?: number;
  send: () => Promise<Answer<EmailCodeSent>>;
  prove: (proof: SecondFactorProof, remember: boolean) => Promise<Answer<unknown>>;
}

/** A second factor to prove; a code by e-mail is sent when that method is chosen for the first time. */
export function createSecondFactor({ methods, send, prove, ...options }: SecondFactorOptions): SecondFactor {
  const byPasskey = canUsePasskeys() ? options.passkey : undefined;
  const hasPlace = byPasskey !== undefined || passkeyPlace().elsewhere !== undefined;
  const isUsable = (type: MethodType | StepUpMethod) =>
    type === "app" || type === "email" || (type === "passkey" && hasPlace);
  const usable = methods.filter(isUsable).map((type) => type as ProofMethod);
  const ways: ProofMethod[] = [...usable, ...((options.recoveryCounts ?? true) ? (["recovery"] as const) : [])];
  const first = ways.find((way) => way === options.begunWith) ?? ways[0] ?? "recovery";
  const method = signal<ProofMethod>(first);
  const otherWays = signal(ways.filter((way) => way !== first));
  const choosing = signal(false);
  const code = signal("");
  const recoveryCode = signal("");
  const sentTo = signal(options.sentTo ?? "");
  const days = options.rememberDays ?? 0;
  const remember = days > 0 ? { days, value: signal(false) } : undefined;
  const attempt = createAttempt();
  const form = createFormState({ code: { value: code, accepts: isComplete, isAbout: isAnything } }, attempt);
  const recovery = createFormState({ code: { value: recoveryCode, accepts: isFilled, isAbout: isAnything } }, attempt);
  const choices = createWhereabouts();
  const passkey =
    byPasskey &&
    createPasskeyUse({
      here() {
        const [isChosen, isHere] = [choices.here(), options.here?.()];
        return () => isChosen() && isHere?.() !== false;
      },
      ask: byPasskey.ask,
      prove: (proof) => byPasskey.prove(proof, remember?.value.value ?? false),
    });
  const mailedAtMs = signal(options.mailedAtMs ?? null);
  const sendCode = async () => {
    const answer = await send();
    if (answer.ok) {
      mailedAtMs.value = Date.now();
      sentTo.value = answer.value.sentTo;
    }
    return answer;
  };
  const resend = createResend(sendCode, mailedAtMs.value);

  const begin = (next: ProofMethod) => {
    method.value = next;
    otherWays.value = ways.filter((way) => way !== next);
    choosing.value = false;
    code.value = "";
    choices.move();
    // How the other method's code ends is not said of this one.
    attempt.abandon();
    if (!attempt.blocked.value) attempt.clear();
    if (next === "email" && mailedAtMs.value === null) void resend.send();
  };
  begin(method.value);

  return {
    method,
    otherWays,
    choosing,
    code,
    recoveryCode,
    form,
    recovery,
    sentTo,
    mailedAtMs,
    ownCode: options.ownCode,
    passkey,
    hasUnusablePasskey: !hasPlace && methods.includes("passkey"),
    remember,
    attempt,
    resend,
    choose(next) {
      begin(next);
      // Who chose it has said so; the button is there for another try.
      if (next === "passkey" && !options.waitsForButton) void passkey?.run();
    },
    async submit() {
      const proving = method.value;
      if (proving === "passkey") {
        await passkey?.run();
        return;
      }
      const isRecovery = proving === "recovery";
      const typed = isRecovery ? recoveryCode.value : code.value;
      await (isRecovery ? recovery : form).send(() =>
        prove({ method: proving, code: typed }, remember?.value.value ?? false),
      );
    },
  };
}

/** Whether a code by e-mail is what is asked for, and none could be sent yet: the countdown says when one can be. */
export function waitsForMail({ method, mailedAtMs, resend }: SecondFactor): boolean {
  return method.value === "email" && mailedAtMs.value === null && !resend.sending.pending.value;
}
