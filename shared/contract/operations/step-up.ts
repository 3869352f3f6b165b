import { emailCodeSent } from "../email-code.ts";
import { emptyBody } from "../empty-body.ts";
import { stepUpAnswer, stepUpBody, stepUpMethodsAnswer } from "../step-up.ts";
import { json } from "./content.ts";
import { session, soon } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const stepUpFeature: Feature = {
  name: "step-up",
  title: "Step-up",
  about: "Prove again that it's you, before something that a stolen session must not do. It holds for ten minutes.",
  shapes: {
    StepUpAnswer: answered(
      stepUpAnswer,
      "The session may do sensitive things for a while. Its token is a new one; the old one has ended.",
    ),
  },
  operations: [
    {
      method: "get",
      path: "/v1/step-up",
      id: "listStepUpMethods",
      summary: "List step-up methods",
      caller: "session",
      answers: { 200: { says: "The preferred one first.", content: json(stepUpMethodsAnswer) } },
    },
    {
      method: "post",
      path: "/v1/step-up",
      id: "stepUp",
      summary: "Step up",
      description:
        "With two-factor on only a second factor counts, without it only the password. Send the one that does not count and `methods` of the problem says what does.\n\nThe session goes on under a new token: keep the one that is answered.",
      caller: "session",
      body: json(stepUpBody, { example: { method: "app", code: "123456" } }),
      answers: {
        200: {
          says: "Stepped up.",
          content: json(stepUpAnswer, { example: { elevatedUntil: soon, session } }),
        },
      },
      problems: [
        "wrong_credentials",
        "wrong_code",
        "code_expired",
        "step_up_required",
        "method_disabled",
        "method_unavailable",
        "wrong_passkey",
        "challenge_expired",
        "passkey_required",
      ],
    },
    {
      method: "post",
      path: "/v1/step-up/email-code",
      id: "sendStepUpCode",
      summary: "Send a step-up code by e-mail",
      description: "Only where e-mail is a method of the account.",
      caller: "session",
      body: json(emptyBody),
      answers: { 202: { says: "The code is on its way.", content: json(emailCodeSent) } },
      problems: ["not_found", "mail_not_sent"],
    },
  ],
};
