import * as v from "valibot";
import { passwordText } from "./password.ts";
import { issuedSession, methodAndCode } from "./sign-in.ts";
import { timestamp } from "./timestamp.ts";

export const stepUpBody = v.union([v.object({ password: passwordText }), v.variant("method", methodAndCode)]);

/** The session may do sensitive things until `elevatedUntil`; its token has been renewed. */
export const stepUpAnswer = v.object({ elevatedUntil: timestamp, session: issuedSession });
export type StepUpAnswer = v.InferOutput<typeof stepUpAnswer>;
