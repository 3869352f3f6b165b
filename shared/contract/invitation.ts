import * as v from "valibot";
import { passwordText } from "./password.ts";
import { signedLink } from "./signed-link.ts";

/** The text of the link as its mail has it, and the password that the invited person chose. */
export const acceptInvitationBody = v.object({ link: signedLink, newPassword: passwordText });
