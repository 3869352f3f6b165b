import { deeds } from "../people/deeds.ts";
import { askElsewhere } from "./session.ts";
import { finishSignIn, signIn } from "./sign-in.ts";
import { doSensitive } from "./step-up.ts";
import type { Visitor } from "./visitor.ts";

/** Changes the password, at times with a slip in the old one or with a new one that is refused. */
export async function changePassword(visitor: Visitor): Promise<void> {
  // Whoever fears for their password often signs in anew to change it: then there is another session to end.
  if (visitor.slips(20)) await signIn(visitor);
  const { password } = visitor.state;
  const currentPassword = visitor.slips(10) ? visitor.newPassword() : password;
  const newPassword = visitor.slips(8) ? "tide" : visitor.slips(6) ? password : visitor.newPassword();
  const change = { currentPassword, newPassword, signOutOthers: visitor.happens(70) };
  await doSensitive(visitor, (token) => deeds.changePassword(token, change));
  await askElsewhere(visitor);
}

/** Resets the password by the code or the link of a mail, at times with a wrong code first, and goes on to sign in. */
export async function resetPassword(visitor: Visitor): Promise<void> {
  const { status, body } = await visitor.does(deeds.requestReset(visitor.email));
  const reset = status === 202 ? visitor.state.resets.find(({ id }) => id === body.reset.id) : undefined;
  const code = reset && visitor.mailedCode("reset", reset.by);
  if (reset?.id === undefined || code === undefined) return;
  const { id, link } = reset;
  const newPassword = visitor.newPassword();
  if (visitor.happens(15)) await visitor.does(deeds.confirmReset({ id, code: visitor.wrongCode(), newPassword }));
  const byLink = link !== undefined && visitor.happens(50);
  const wish = byLink ? { link, newPassword } : { id, code, newPassword };
  if (visitor.slips(8)) await visitor.does(deeds.confirmReset({ ...wish, newPassword: visitor.state.password }));
  if (visitor.slips(15)) await visitor.doesTwice(deeds.confirmReset(wish));
  else await finishSignIn(visitor, await visitor.does(deeds.confirmReset(wish)));
  // Mails are read again, and their links pressed again.
  if (visitor.slips(10)) await visitor.does(deeds.confirmReset({ ...wish, newPassword: visitor.newPassword() }));
  await askElsewhere(visitor);
}
