import * as v from "valibot";
import { passwordText } from "./password.ts";
import { type IssuedSession, methodAndCode } from "./sign-in.ts";

export const stepUpBody = v.union([v.object({ password: passwordText }), v.variant("method", methodAndCode)]);

/** The session may do sensitive things until `elevatedUntil`; its token has been renewed. */
export interface StepUpAnswer {
  elevatedUntil: string;
  session: IssuedSession;
}
