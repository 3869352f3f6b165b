import { methodsIn } from "../../shared/locales/methods.ts";
import { readAccount } from "../account/read.ts";
import { recordEvent } from "../activity/record.ts";
import { always } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { type CountedMethod, isToldToOwner, wrongCodesBeforeDisabled } from "../throttle/rules.ts";
import type { WrongInARow } from "../throttle/second-factor.ts";
import type { World } from "../world.ts";

/** A wrong second step, after a right password or by somebody who is signed in. */
export interface WrongCode {
  accountId: string;
  method: CountedMethod;
  wrongInARow: WrongInARow;
  kind: "wrong_second_step" | "wrong_step_up_code";
}

/**
 * Writes down a wrong second step, after the answer, and mails the owner at some counts in a row: somebody knows their
 * password, or is in their account (promise G1). At the hundredth of a method they learn that it is off.
 */
export function tellWrongCode(world: World, { accountId, method, wrongInARow, kind }: WrongCode): void {
  world.afterAnswer(async () => {
    const detail = { method, stepUp: kind === "wrong_step_up_code" };
    const event = recordEvent(world, accountId, { type: "sign_in_failed_second_step", detail }, always);
    const isDisabled = wrongInARow.ofMethod === wrongCodesBeforeDisabled;
    if (!isDisabled && !isToldToOwner(wrongInARow.ofAccount)) return event.run();
    const account = await readAccount(world, accountId);
    const about = methodsIn[account.locale][method];
    const news = isDisabled ? ({ kind: "method_disabled", about } as const) : { kind };
    const disabled = recordEvent(world, accountId, { type: "method_disabled", detail: { method } }, always);
    return world.db.batch([event, ...(isDisabled ? [disabled] : []), await tellOwner(world, account, news, always)]);
  });
}
