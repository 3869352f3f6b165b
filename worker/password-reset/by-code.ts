import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement } from "../account/read.ts";
import { judgeEmailCode } from "../email-code/judge.ts";
import { both, known } from "../guard.ts";
import { addressMac } from "../throttle/key.ts";
import { resetCodeTry } from "../throttle/reset-code.ts";
import { findReset, resetWaits } from "../waiting/password-reset/store.ts";
import type { World } from "../world.ts";
import type { ProvedReset } from "./proved.ts";

/** A mailed code, with the password that it is to allow. */
export interface CodeWish {
  id: string;
  code: string;
  newPassword: string;
}

/** A reset by its code. `giveBack`: run where the password is refused, so that the try costs nothing. */
export interface ProvedByCode extends ProvedReset {
  giveBack: D1PreparedStatement[];
}

/**
 * Proves a reset by its mailed code. A try is counted before the code is judged, for the reset, for the network and
 * lastingly for the address; work is done for a right code alone (promises G5, G8).
 */
export async function proveByCode(
  world: World,
  { id, code, newPassword }: CodeWish,
): Promise<
  Outcome<ProvedByCode, "wrong_code" | "code_expired" | "link_required" | "too_many_attempts", ProblemDetails>
> {
  const reset = await findReset(world.db, id, world.now);
  if (!reset) return fail("code_expired");
  const attempt = await resetCodeTry(world, await addressMac(world, reset.email));
  const judgement = await judgeEmailCode(world, { purpose: "reset", subject: id, code }, attempt.isTaken);
  const results = await world.db.batch([
    ...attempt.statements,
    judgement.statement,
    findAccountStatement(world, known(reset.account_id ?? "")),
  ]);
  const taken = attempt.read(results);
  if (!taken.ok) return taken;
  const judged = judgement.read(results.at(-2));
  if (!judged.ok) return judged;
  const found = accountWithPasswordOf(results.at(-1));
  if (!found) return fail("wrong_code", { attemptsLeft: 0 });
  const { spend } = judgement;
  // Hashing takes a moment, in which a change of the password or the address may void the reset.
  const isUnspent = both(judgement.isUnspent, resetWaits(id, world.now));
  return ok({
    id,
    found,
    proof: { isUnspent, spend, gone: "code_expired" },
    forgive: taken.value.forgive,
    giveBack: [...taken.value.giveBack, judgement.giveTryBack],
    newPassword,
  });
}
