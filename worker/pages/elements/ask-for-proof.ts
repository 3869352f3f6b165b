import type { Client } from "../../../shared/contract/client.ts";
import { proofsOf } from "../../../shared/panel/confirm/state.ts";
import { isElevated, type StepUp } from "../../../shared/panel/step-up/state.ts";
import { noAnswer } from "./no-answer.ts";
import type { PageSession } from "./page-session.ts";

/**
 * Has the person prove themselves for something that the page is about to do, unless they did in the last ten minutes.
 * Answers whether they have; false when nobody is signed in. Rejects when no answer comes.
 */
export async function askForProof(
  session: PageSession,
  client: Client,
  stepUp: StepUp,
  reason?: string,
): Promise<boolean> {
  const account = await client.account.get();
  if (account.ok) return (await isElevated(client)) || stepUp.ask({ methods: proofsOf(account.value), reason });
  if (account.code !== "not_signed_in") throw noAnswer(account.code);
  session.ended();
  return false;
}
