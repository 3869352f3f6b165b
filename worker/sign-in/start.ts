import type { Account } from "../../shared/contract/account.ts";
import type { SecondStepAnswer } from "../../shared/contract/sign-in.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountByEmail } from "../account/read.ts";
import { noMethodLeft } from "../account/remove-method.ts";
import { maskEmail } from "../account/rules.ts";
import { newToken } from "../crypto/token.ts";
import { both, type Guard } from "../guard.ts";
import { passwordIsStill } from "../password/guard.ts";
import { judgePassword } from "../password/verify.ts";
import type { World } from "../world.ts";
import { beginSession, type CompletedSignIn } from "./complete.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import { signInLifetimeMinutes, signInTries } from "./rules.ts";
import { sendSecondStepCode } from "./send-code.ts";
import { deleteSignIn, insertSignIn } from "./store.ts";

/** A sign-in after its password: complete, or waiting for a second step. */
export type StartedSignIn = CompletedSignIn | { kind: "second_step"; answer: SecondStepAnswer };

/**
 * Starts a sign-in by its password. With two-factor on, a right password makes no session: only a sign-in in progress,
 * a thing of its own (promise S2). An unknown address costs the same work and gets the same answer (promise P5).
 */
export async function startSignIn(
  world: World,
  email: string,
  password: string,
): Promise<
  Outcome<StartedSignIn, "wrong_credentials" | "password_reset_required" | "mail_not_sent" | "too_many_attempts">
> {
  const found = await findAccountByEmail(world, email);
  const holder = found && { accountId: found.account.id, hash: found.passwordHash };
  const judged = judgePassword(world, holder, password);
  if (judged === "void") return fail("password_reset_required");
  if (judged === "wrong" || !found) return fail("wrong_credentials");

  // What was read may have changed meanwhile: a method switched on, a password changed.
  const { id } = found.account;
  const samePassword = passwordIsStill(id, found.passwordHash);
  const step = nextStep(found.account);
  if (step.kind === "second_step") return startSecondStep(world, found.account, step, samePassword);
  const still = both(noMethodLeft(id), samePassword);
  const { session, statements } = await beginSession(world, found.account, ["pwd"], still);
  const [begun] = await world.db.batch(statements);
  if (begun?.results.length !== 1) return fail("wrong_credentials");
  return ok({ kind: "complete", account: found.account, session });
}

async function startSecondStep(
  world: World,
  account: Account,
  step: NextStep & { kind: "second_step" },
  guard: Guard,
): Promise<Outcome<StartedSignIn, "wrong_credentials" | "mail_not_sent" | "too_many_attempts">> {
  const { token, hash } = await newToken(world.random);
  const expiresAt = world.now + signInLifetimeMinutes * 60_000;
  const row = { id: hash, accountId: account.id, tries: signInTries, now: world.now, expiresAt };
  if (!(await insertSignIn(world.db, row, guard))) return fail("wrong_credentials");

  let { preferred } = step;
  if (preferred === "email") {
    const sent = await sendSecondStepCode(world, hash, account);
    const other = step.methods.find((type) => type !== "email");
    if (!sent.ok && other === undefined) {
      await deleteSignIn(world.db, hash).run();
      return sent;
    }
    // Mail that fails must not keep out a person who has another way in.
    if (!sent.ok && other !== undefined) preferred = other;
  }
  const answer: SecondStepAnswer = {
    status: "second_step",
    signIn: token,
    expiresAt: new Date(expiresAt).toISOString(),
    methods: step.methods.map((type) => (type === "email" ? { type, sentTo: maskEmail(account.email) } : { type })),
    preferred,
  };
  return ok({ kind: "second_step", answer });
}
