import { oneOf } from "../chance.ts";
import { deeds } from "../people/deeds.ts";
import { signedIn } from "./session.ts";
import { doSensitive } from "./step-up.ts";
import type { Visitor } from "./visitor.ts";

/** Sets an authenticator app up. */
export async function setUpApp(visitor: Visitor): Promise<void> {
  if (visitor.state.apps.length > 1) return;
  const enrolled = await doSensitive(visitor, deeds.enrolApp);
  const token = await signedIn(visitor);
  const app = visitor.state.enrolments.find(({ id }) => id === enrolled?.body?.id);
  if (token === undefined || !app) return;
  if (visitor.slips(10)) await visitor.does(deeds.confirmApp(token, app.id, visitor.wrongCode()));
  const confirm = deeds.confirmApp(token, app.id, visitor.appCode(app));
  if (visitor.slips(15)) return visitor.doesTwice(confirm);
  await visitor.does(confirm);
}

/** Makes the address a second step. */
export async function setUpEmail(visitor: Visitor): Promise<void> {
  const enrolled = await doSensitive(visitor, deeds.enrolEmail);
  const token = await signedIn(visitor);
  const code = visitor.mailedCode("enrol");
  if (enrolled?.status !== 202 || token === undefined || code === undefined) return;
  if (visitor.slips(10)) await visitor.does(deeds.confirmEmail(token, enrolled.body.id, visitor.wrongCode()));
  const confirm = deeds.confirmEmail(token, enrolled.body.id, code);
  if (visitor.slips(15)) return visitor.doesTwice(confirm);
  await visitor.does(confirm);
}

/** Takes one method away. */
export async function removeMethod(visitor: Visitor): Promise<void> {
  const { apps, email } = visitor.state;
  const ids = [...apps.map(({ id }) => id), ...(email === null ? [] : [email])];
  if (ids.length > 0) {
    const id = oneOf(visitor.chance, ids);
    await doSensitive(visitor, (token) => deeds.removeMethod(token, id));
  }
}

/** Turns two-factor off. */
export async function turnOff(visitor: Visitor): Promise<void> {
  await doSensitive(visitor, deeds.turnOff);
}

/** Makes new recovery codes over and over, oftener than is allowed in a day. */
export async function renewTooOften(visitor: Visitor): Promise<void> {
  for (let times = 0; times < 12; times++) {
    const answer = await doSensitive(visitor, deeds.renewRecoveryCodes);
    if (answer?.status !== 201 && answer?.status !== 500) return;
  }
}

/** Makes new recovery codes. */
export async function renewRecoveryCodes(visitor: Visitor): Promise<void> {
  await doSensitive(visitor, deeds.renewRecoveryCodes);
}
