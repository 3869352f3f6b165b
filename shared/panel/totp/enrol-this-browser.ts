import type { Answer } from "../../contract/answer.ts";
import type { Client } from "../../contract/client.ts";
import type { AppEnrolment } from "../../contract/totp.ts";
import type { MethodConfirmed } from "../../contract/two-factor.ts";
import { ok } from "../../outcome.ts";
import type { ThisBrowser } from "../this-browser.ts";

interface ThisBrowserAsApp {
  client: Client;
  thisBrowser: Pick<ThisBrowser, "save">;
  enrolment: AppEnrolment;
}

/**
 * Makes this browser the authenticator: keeps the key first, then proves it. The code before the present one goes
 * first, so that the one now showing is still good for the next sign-in. Where it fails the key is taken out again,
 * unless nobody can say whether the server has taken it: a key too many does no harm, one too few locks out.
 */
export async function enrolThisBrowser({
  client,
  thisBrowser,
  enrolment,
}: ThisBrowserAsApp): Promise<Answer<MethodConfirmed> | "not_saved"> {
  const saved = await thisBrowser.save(enrolment).catch(() => null);
  if (!saved) return "not_saved";
  const { codes, undo } = saved;

  let answer = await client.twoFactor.confirmApp(enrolment.id, codes.before);
  if (!answer.ok && answer.code === "wrong_code") answer = await client.twoFactor.confirmApp(enrolment.id, codes.now);
  if (answer.ok) return answer;

  if (answer.code !== "offline" && answer.code !== "internal") {
    await undo();
    return answer;
  }
  const account = await client.account.get();
  if (!account.ok) return answer;
  if (account.value.twoFactor.methods.some(({ id }) => id === enrolment.id)) return ok({ account: account.value });
  await undo();
  return answer;
}
