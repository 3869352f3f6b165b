import { oneOf } from "../chance.ts";
import type { Answered } from "../model/possible.ts";
import { deeds } from "../people/deeds.ts";
import type { Visitor } from "./visitor.ts";

/** Signs in by whatever is asked for, with the slips that people make; answers the token, where it came to that. */
export async function signIn(visitor: Visitor): Promise<string | undefined> {
  if (visitor.slips(6)) await visitor.does(deeds.startSignIn(visitor.email, visitor.newPassword()));
  const email = visitor.slips(5) ? visitor.email.toUpperCase() : visitor.email;
  const started = await visitor.does(deeds.startSignIn(email, visitor.state.password));
  return finishSignIn(visitor, started);
}

/** Goes on from an answer that may ask for a second step. */
export async function finishSignIn(visitor: Visitor, { body }: Answered): Promise<string | undefined> {
  if (body.status !== "second_step") return body.session?.token;
  const { signIn: secret, methods } = body;
  const types: string[] = methods.map(({ type }: { type: string }) => type);
  if (types.length > 0 && visitor.slips(8)) {
    const method = types.includes("app") && visitor.happens(50) ? "app" : oneOf(visitor.chance, types);
    await visitor.does(deeds.typeCode(secret, method === "email" ? "email" : "app", visitor.wrongCode()));
  }
  const typed = await secondStep(visitor, secret, types);
  return typed?.body.session?.token;
}

async function secondStep(visitor: Visitor, secret: string, types: readonly string[]): Promise<Answered | undefined> {
  const [recoveryCode] = visitor.state.recovery.known;
  if (recoveryCode !== undefined && (types.length === 0 || visitor.slips(6))) {
    return prove(visitor, secret, "recovery", visitor.happens(20) ? recoveryCode.toUpperCase() : recoveryCode);
  }
  if (types.includes("app") && !(types.includes("email") && visitor.happens(20))) {
    return prove(visitor, secret, "app", visitor.appCode());
  }
  if (!types.includes("email")) return undefined;
  if (codeFor(visitor, secret) === undefined || visitor.slips(5)) await visitor.does(deeds.resendCode(secret));
  const code = codeFor(visitor, secret);
  return code === undefined ? undefined : prove(visitor, secret, "email", code);
}

/** Types a right code; at times two connections send it at once, and at most one of them may be let in. */
async function prove(
  visitor: Visitor,
  secret: string,
  method: "app" | "email" | "recovery",
  code: string,
): Promise<Answered | undefined> {
  const deed = deeds.typeCode(secret, method, code);
  if (!visitor.slips(8)) return visitor.does(deed);
  await visitor.doesTwice(deed);
  return undefined;
}

function codeFor(visitor: Visitor, secret: string): string | undefined {
  const signIn = visitor.state.signIns.find((each) => each.secret === secret);
  return signIn && visitor.mailedCode("second_step", signIn.by);
}

/** Somebody who reads along: the same code of an app or recovery code is sent to two sign-ins at once. */
export async function signInByOneCodeTwice(visitor: Visitor): Promise<void> {
  const secrets: string[] = [];
  for (let sign = 0; sign < 2; sign++) {
    const { body } = await visitor.does(deeds.startSignIn(visitor.email, visitor.state.password));
    if (body.status !== "second_step") return;
    secrets.push(body.signIn);
  }
  const [recoveryCode] = visitor.state.recovery.known;
  const byRecovery = recoveryCode !== undefined && (visitor.state.apps.length === 0 || visitor.happens(30));
  const [method, code] = byRecovery ? (["recovery", recoveryCode] as const) : (["app", visitor.appCode()] as const);
  await visitor.doesAtOnce(secrets.map((secret) => deeds.typeCode(secret, method, code)));
}

/** A stranger, or the person without their head: several wrong passwords in a row, and perhaps the right one. */
export async function forgetPassword(visitor: Visitor): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await visitor.does(deeds.startSignIn(visitor.email, visitor.newPassword()));
  }
  if (visitor.happens(60)) await signIn(visitor);
}

/** Mistypes until it is enough, has a link mailed that unlocks this browser, and signs in by that. */
export async function unlockAndSignIn(visitor: Visitor): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    if (visitor.happens(15)) break;
    await visitor.does(deeds.startSignIn(visitor.email, visitor.newPassword()));
  }
  await visitor.does(deeds.requestUnlock(visitor.email));
  const link = visitor.state.unlockLinks.findLast(({ token }) => token !== undefined)?.token;
  if (link === undefined) return;
  const confirm = deeds.confirmUnlock(link);
  if (visitor.slips(10)) return visitor.doesTwice(confirm);
  const { unlock } = (await visitor.does(confirm)).body;
  if (typeof unlock !== "string") return;
  if (visitor.slips(10)) await visitor.does(deeds.startSignIn(visitor.email, visitor.newPassword(), unlock));
  const signInDeed = deeds.startSignIn(visitor.email, visitor.state.password, unlock);
  if (visitor.slips(8)) return visitor.doesTwice(signInDeed);
  await finishSignIn(visitor, await visitor.does(signInDeed));
}

/** Has the password and guesses at the second step, until the sign-in is void or the account slowed. */
export async function guessCodes(visitor: Visitor): Promise<void> {
  const { body } = await visitor.does(deeds.startSignIn(visitor.email, visitor.state.password));
  if (body.status !== "second_step") return;
  const method = body.preferred === "email" ? "email" : "app";
  for (let tries = 0; tries < 6; tries++) {
    if (visitor.happens(15)) return;
    await visitor.does(deeds.typeCode(body.signIn, method, visitor.wrongCode()));
  }
}
