import type { Answered } from "../model/possible.ts";
import { twoFactorIsOn } from "../model/state.ts";
import { type Deed, deeds } from "../people/deeds.ts";
import { signedIn } from "./session.ts";
import type { Visitor } from "./visitor.ts";

/** Does something sensitive; where the service asks for a step-up first, steps up and does it again. */
export async function doSensitive(visitor: Visitor, what: (token: string) => Deed): Promise<Answered | undefined> {
  const token = await signedIn(visitor);
  if (token === undefined) return undefined;
  const answer = await visitor.does(what(token));
  if (answer.body?.code !== "step_up_required") return answer;
  const elevated = await stepUp(visitor, token);
  return elevated === undefined ? undefined : visitor.does(what(elevated));
}

/** Proves again that it is them; answers the new token, where it came to that. */
export async function stepUp(visitor: Visitor, token: string): Promise<string | undefined> {
  const deed = await proof(visitor, token);
  if (!deed) return undefined;
  if (visitor.slips(5)) {
    await visitor.doesTwice(deed);
    return undefined;
  }
  return (await visitor.does(deed)).body?.session?.token;
}

async function proof(visitor: Visitor, token: string): Promise<Deed | undefined> {
  const { state } = visitor;
  if (!twoFactorIsOn(state)) {
    if (visitor.slips(8)) await visitor.does(deeds.stepUpByPassword(token, visitor.newPassword()));
    return deeds.stepUpByPassword(token, state.password);
  }
  const [recoveryCode] = state.recovery.known;
  if (recoveryCode !== undefined && visitor.slips(6)) return deeds.stepUpByCode(token, "recovery", recoveryCode);
  if (state.apps.length > 0) {
    if (visitor.slips(8)) await visitor.does(deeds.stepUpByCode(token, "app", visitor.wrongCode()));
    return deeds.stepUpByCode(token, "app", visitor.appCode());
  }
  await visitor.does(deeds.sendStepUpCode(token));
  const session = visitor.sessions().find((each) => each.token === token);
  const code = session && visitor.mailedCode("step_up", session.by);
  return code === undefined ? undefined : deeds.stepUpByCode(token, "email", code);
}
