import * as v from "valibot";
import { sixDigits } from "./code.ts";
import { passkeyProof } from "./passkey.ts";
import { recoveryCodeText } from "./sign-in.ts";
import { signedLink } from "./signed-link.ts";

/**
 * The link that undoes a change of address, with a second factor where an undisputed one is left. No mailed code is
 * one: the link came by mail (promise S3).
 */
export const undoEmailBody = v.union([
  v.strictObject({ link: signedLink }),
  v.variant("method", [
    v.strictObject({ link: signedLink, method: v.literal("app"), code: sixDigits }),
    v.strictObject({ link: signedLink, method: v.literal("recovery"), code: recoveryCodeText }),
  ]),
  v.strictObject({ link: signedLink, ...passkeyProof.entries }),
]);
export type UndoEmailBody = v.InferOutput<typeof undoEmailBody>;
