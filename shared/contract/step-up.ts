import * as v from "valibot";
import { stepUpMethods } from "./errors.ts";
import { passkeyProof } from "./passkey.ts";
import { passwordText } from "./password.ts";
import { issuedSession, methodAndCode } from "./sign-in.ts";
import { timestamp } from "./timestamp.ts";

const byPasskey = v.object({ method: v.literal("passkey"), ...passkeyProof.entries });

export const stepUpBody = v.union([
  v.object({ password: passwordText }),
  v.variant("method", [...methodAndCode, byPasskey]),
]);

/** By what somebody who is signed in can prove again that it's them, the preferred method first. */
export const stepUpMethodsAnswer = v.object({ methods: v.array(v.picklist(stepUpMethods)) });
export type StepUpMethodsAnswer = v.InferOutput<typeof stepUpMethodsAnswer>;

/** The session may do sensitive things until `elevatedUntil`; its token has been renewed. */
export const stepUpAnswer = v.object({ elevatedUntil: timestamp, session: issuedSession });
export type StepUpAnswer = v.InferOutput<typeof stepUpAnswer>;
