import * as v from "valibot";
import { passkeyProof } from "./passkey.ts";
import { passwordText } from "./password.ts";
import { type IssuedSession, methodAndCode } from "./sign-in.ts";

const byPasskey = v.object({ method: v.literal("passkey"), ...passkeyProof.entries });

export const stepUpBody = v.union([
  v.object({ password: passwordText }),
  v.variant("method", [...methodAndCode, byPasskey]),
]);

/** The session may do sensitive things until `elevatedUntil`; its token has been renewed. */
export interface StepUpAnswer {
  elevatedUntil: string;
  session: IssuedSession;
}
