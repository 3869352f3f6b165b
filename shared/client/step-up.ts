import type { Answer, CallOptions } from "../contract/answer.ts";
import type { Client } from "../contract/client.ts";
import type { StepUpMethod } from "../contract/errors.ts";
import type { WhoIsThis } from "../contract/session.ts";
import { fail } from "../outcome.ts";

/** A proof that is asked for: what counts, and how to give it. */
export interface Challenge extends Pick<Client["stepUp"], "prove" | "sendEmailCode"> {
  /** The best one first. */
  methods: readonly StepUpMethod[];
}

/** Shows the question, and resolves when the person has proved it is them or has left. */
export type AskForProof = (challenge: Challenge) => unknown;

/** Fresh proofs before sensitive actions. */
export interface StepUp {
  /**
   * Makes a call. Where it needs a fresh proof, asks for it and makes the call again; `step_up_required` means that the
   * person left the question.
   */
  guard<Value>(call: () => Promise<Answer<Value>>): Promise<Answer<Value>>;
  /**
   * For an action of the site's own: asks, unless there has been a proof in the last ten minutes. Answers who it is,
   * `elevatedUntil` set; `step_up_required` means that the person left the question.
   */
  ensure(options?: CallOptions): Promise<Answer<WhoIsThis>>;
}

/** Step-ups by one client; simultaneous calls that need a proof share one question. */
export function createStepUp(client: Client, ask: AskForProof): StepUp {
  let asking: Promise<boolean> | undefined;

  const isProved = async (methods: readonly StepUpMethod[]) => {
    let proved = false;
    await ask({
      methods,
      sendEmailCode: client.stepUp.sendEmailCode,
      async prove(...proof) {
        const answer = await client.stepUp.prove(...proof);
        proved ||= answer.ok;
        return answer;
      },
    });
    return proved;
  };
  const askOnce = (methods: readonly StepUpMethod[]) => {
    asking ??= isProved(methods).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  const guard: StepUp["guard"] = async (call) => {
    const answer = await call();
    if (answer.ok || answer.code !== "step_up_required") return answer;
    return (await askOnce(answer.details.methods ?? [])) ? call() : answer;
  };
  const freshSession = async (options?: CallOptions): Promise<Answer<WhoIsThis>> => {
    const who = await client.session.get(options);
    if (!who.ok || who.value.session.elevatedUntil) return who;
    const counts = await client.stepUp.methods(options);
    return counts.ok ? fail("step_up_required", counts.value) : counts;
  };
  return { guard, ensure: (options) => guard(() => freshSession(options)) };
}
