import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { AccountWithPassword } from "../account/read.ts";
import { noMethodLeft } from "../account/remove-method.ts";
import { recordEvent } from "../activity/record.ts";
import { signLink } from "../crypto/signed-link.ts";
import type { EmailCodeJudgement } from "../email-code/judge.ts";
import { both } from "../guard.ts";
import { momentInWords } from "../mail/security-letter.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { issueSession } from "../session/issue.ts";
import { nextStep } from "../sign-in/next-step.ts";
import { secondStepToBegin } from "../sign-in/second-step.ts";
import type { StartedSignIn } from "../sign-in/start.ts";
import { addressPasswordKey, resetKey } from "../throttle/rules.ts";
import { forgiveTries } from "../throttle/take-try.ts";
import type { World } from "../world.ts";
import { hashPassword } from "./hash.ts";
import { endAllThatRested } from "./reset-end.ts";
import { resetWaitHours } from "./rules.ts";
import { deleteResetsOf, deleteWaiting, insertWaiting, isWaiting, passwordIs, resetPassword } from "./store.ts";

/** A reset whose code was right and is not spent yet. */
export interface ProvedReset {
  id: string;
  found: AccountWithPassword;
  judgement: EmailCodeJudgement;
  addressMac: string;
  newPassword: string;
}

/** A new password that waits; `readyAt` in milliseconds. */
export interface BegunWait {
  kind: "waiting";
  readyAt: number;
}

/**
 * Sets the password, and ends all sessions, remembered browsers and sign-ins in progress, in one transaction.
 * Who has two-factor on gets a sign-in in progress and no session; the code is spent either way.
 */
export async function resetAtOnce(
  world: World,
  { found: { account, passwordHash }, judgement, addressMac, newPassword }: ProvedReset,
): Promise<Outcome<StartedSignIn, "code_expired">> {
  const next = hashPassword(newPassword, world.random);
  const changed = passwordIs(account.id, next);
  const step = nextStep(account, { barsEmailStep: true, isRemembered: false });
  const isPlain = step.kind === "complete";
  const issued = isPlain ? await issueSession(world, account.id, ["pwd"], changed) : null;
  const begun = isPlain ? null : await secondStepToBegin(world, account, step, changed);
  const [replaced] = await world.db.batch([
    resetPassword(
      world.db,
      account.id,
      { old: passwordHash, next },
      { now: world.now, resetAt: isPlain ? null : world.now },
      isPlain ? both(judgement.isUnspent, noMethodLeft(account.id)) : judgement.isUnspent,
    ),
    judgement.spend,
    ...endAllThatRested(world, account.id, changed),
    deleteResetsOf(world.db, account.id, changed),
    deleteWaiting(world.db, account.id, changed),
    forgiveTries(world, resetKey(addressMac), addressPasswordKey(addressMac)),
    recordEvent(world, account.id, { type: "password_reset" }, changed),
    await tellOwner(world, account, { kind: "password_reset" }, changed),
    ...(issued ? [issued.statement] : []),
    ...(begun ? [begun.statement] : []),
  ]);
  if (replaced?.results.length !== 1) return fail("code_expired");
  if (begun && step.kind === "second_step") return ok(begun.answer(step.preferred));
  return issued ? ok({ kind: "complete", account, session: issued.session }) : fail("code_expired");
}

/**
 * Lets the new password wait, and tells the owner at once how to stop it. Until it is ready nothing has changed:
 * the old one signs in, and no session ends.
 */
export async function resetAfterWait(
  world: World,
  { id, found: { account }, judgement, addressMac, newPassword }: ProvedReset,
): Promise<Outcome<BegunWait, "code_expired">> {
  const readyAt = world.now + resetWaitHours * 60 * 60_000;
  const waits = isWaiting(account.id, id);
  const link = await signLink(world.settings.macKey, "stop-reset", {
    accountId: account.id,
    madeAt: world.now,
    subject: id,
  });
  const news = {
    kind: "reset_wait_begun",
    about: momentInWords(readyAt, account.locale),
    wayOut: { kind: "stopReset", link: `${world.settings.origin}/stop-reset?token=${link}` },
  } as const;
  const hash = hashPassword(newPassword, world.random);
  const row = { accountId: account.id, hash, now: world.now, readyAt, resetId: id };
  const [kept] = await world.db.batch([
    insertWaiting(world.db, row, judgement.isUnspent),
    judgement.spend,
    deleteResetsOf(world.db, account.id, waits),
    forgiveTries(world, resetKey(addressMac)),
    recordEvent(world, account.id, { type: "reset_wait_begun" }, waits),
    await tellOwner(world, account, news, waits),
  ]);
  return kept?.results.length === 1 ? ok({ kind: "waiting", readyAt }) : fail("code_expired");
}
