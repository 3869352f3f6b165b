import { deeds } from "../people/deeds.ts";
import { resetPassword } from "./password.ts";
import { askElsewhere, signedIn } from "./session.ts";
import { doSensitive } from "./step-up.ts";
import type { Visitor } from "./visitor.ts";

const decisions = 3;

/** Presses 'this wasn't me' in the newest mail that has it, comes back in by a reset, and looks through the changes. */
export async function sayNotMe(visitor: Visitor): Promise<void> {
  const link = visitor.mailedLink("not-me");
  if (link === undefined) return;
  const press = deeds.reportNotMe(link);
  if (visitor.slips(10)) await visitor.doesTwice(press);
  else await visitor.does(press);
  await askElsewhere(visitor);
  if (visitor.happens(50)) await visitor.does(deeds.startSignIn(visitor.email, visitor.state.password));
  await resetPassword(visitor);
  await reviewChanges(visitor);
}

/** Takes some of what is suspended or was removed away for good. */
async function reviewChanges(visitor: Visitor): Promise<void> {
  const token = await signedIn(visitor);
  if (token === undefined) return;
  const { status, body } = await visitor.does(deeds.listDisputed(token));
  if (status !== 200) return;
  for (const { id } of body.items.slice(0, decisions)) {
    await doSensitive(visitor, (elevated) => deeds.removeDisputed(elevated, id));
  }
}
