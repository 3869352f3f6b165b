import type { MethodType } from "../../contract/account.ts";
import type { Answer } from "../../contract/answer.ts";
import type { SecondFactorProof } from "../../contract/client.ts";
import type { SecondStepAnswer, SignInAnswer } from "../../contract/sign-in.ts";
import { createSecondFactor, type SecondFactor } from "../second-factor/state.ts";
import type { WayIn } from "./state.ts";

/** The second step of a way in, taken up where it was left. */
export function createSecondStep(
  way: WayIn,
  { signIn, methods, preferred, ...answer }: SecondStepAnswer,
): SecondFactor {
  const types = methods.map(({ type }) => type);
  const { client, thisBrowser } = way;
  const email = way.email.peek().trim();
  const kept = way.proof.peek();
  const { isHere } = way.visit();
  return createSecondFactor({
    methods: [preferred, ...types.filter((type) => type !== preferred)],
    sentTo: methods.find(({ type }) => type === "email")?.sentTo,
    mailedAtMs: kept ? kept.mailedAtMs : mailedAt(preferred, answer),
    begunWith: kept?.method,
    ownCode: thisBrowser?.hasCodesOf(email) ? () => thisBrowser.codeOf(email) : undefined,
    send: () => client.signIn.sendEmailCode({ signIn }),
    rememberDays: way.canRemember ? answer.rememberDays : 0,
    here: () => isHere,
    passkey: {
      ask: () => client.signIn.passkeyOptions({ signIn }),
      prove: (proof, rememberDevice) => judge(client.signIn.passkey({ signIn, ...proof, rememberDevice })),
    },
    prove: (proof: SecondFactorProof, rememberDevice: boolean) =>
      judge(client.signIn.code({ signIn, ...proof, rememberDevice })),
  });

  async function judge(asked: Promise<Answer<SignInAnswer>>): Promise<Answer<SignInAnswer>> {
    const { finish, go } = way.visit();
    const proved = await asked;
    if (proved.ok && proved.value.status === "complete") finish(proved.value);
    const isOver = !proved.ok && (proved.code === "sign_in_expired" || proved.details.attemptsLeft === 0);
    if (isOver && isHere()) {
      way.proof.value = null;
      go({ at: "password", why: "sign_in_expired" });
    }
    return proved;
  }
}

/**
 * When the code was mailed that works, in milliseconds since 1970 by this machine's clock. With e-mail preferred it came
 * with the answer, unless that says when one can be; an earlier one is older by as much as it expires before the sign-in.
 */
function mailedAt(
  preferred: MethodType,
  { expiresAt, codeExpiresAt, resendAfter }: Pick<SecondStepAnswer, "expiresAt" | "codeExpiresAt" | "resendAfter">,
): number | null {
  if (preferred !== "email") return null;
  if (codeExpiresAt) return Date.now() - (Date.parse(expiresAt) - Date.parse(codeExpiresAt));
  return resendAfter ? null : Date.now();
}
