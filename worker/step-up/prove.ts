import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { PasskeyProof } from "../../shared/contract/passkey.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountWithPassword } from "../account/read.ts";
import { known } from "../guard.ts";
import { passkeyToVerify, verifyPasskey } from "../passkey/verify.ts";
import { passwordIsStill } from "../password/store.ts";
import { judgePassword } from "../password/verify.ts";
import { judgedProof, type Proof } from "../proof.ts";
import { type ElevatedSession, elevateSession } from "../session/elevate.ts";
import type { CurrentSession } from "../session/rules.ts";
import { type CodeMethod, currentPassword, currentPasswordKey } from "../throttle/rules.ts";
import { forgiveSecondFactor, secondFactorTry } from "../throttle/second-factor.ts";
import { forgiveTries, takeTry } from "../throttle/take-try.ts";
import { tellCopiedPasskey } from "../two-factor/tell-copied-passkey.ts";
import { tellWrongCode } from "../two-factor/tell-wrong-code.ts";
import { secondFactorToVerify, verifySecondFactor } from "../two-factor/verify.ts";
import type { World } from "../world.ts";
import { stepUpMethods } from "./methods.ts";

/** What a person proves it is them with. */
export type StepUpProof =
  | { password: string }
  | { method: CodeMethod; code: string }
  | ({ method: "passkey" } & PasskeyProof);

type Refusal =
  | "wrong_credentials"
  | "wrong_code"
  | "code_expired"
  | "wrong_passkey"
  | "challenge_expired"
  | "passkey_required"
  | "method_unavailable"
  | "step_up_required"
  | "too_many_attempts"
  | "method_disabled";

/**
 * Steps a session up for ten minutes and renews its token (promise S4). With two-factor on only a second factor
 * counts: a password is answered with `step_up_required` and the methods. Wrong codes count with those of sign-ins
 * (promise G1), wrong passwords apart from them, so that neither locks the other.
 */
export async function proveStepUp(
  world: World,
  session: CurrentSession,
  proof: StepUpProof,
): Promise<Outcome<ElevatedSession, Refusal, ProblemDetails>> {
  const isPassword = "password" in proof;
  if (isPassword === session.twoFactorOn) {
    return fail("step_up_required", { methods: await stepUpMethods(world, session) });
  }
  const proved = await prove(world, session, proof);
  if (!proved.ok) return proved;
  const elevated = await elevateSession(world, session, proved.value.proof, proved.value.also);
  // The session stands, or nothing would have been asked: what was judged holds no longer.
  return elevated ? ok(elevated) : fail(overtaken(proof));
}

/** What a proof is answered that was right, and was changed, spent or used elsewhere before it could count. */
function overtaken(proof: StepUpProof): Refusal {
  if ("password" in proof) return "wrong_credentials";
  return proof.method === "passkey" ? "wrong_passkey" : "wrong_code";
}

function prove(
  world: World,
  session: CurrentSession,
  proof: StepUpProof,
): Promise<Outcome<Proved, Refusal, ProblemDetails>> {
  if ("password" in proof) return provePassword(world, session, proof.password);
  return proof.method === "passkey" ? provePasskey(world, session, proof) : proveSecondFactor(world, session, proof);
}

/** What was proved, and what belongs to its batch: that wrong tries before it are forgotten, a password hashed anew. */
interface Proved {
  proof: Proof;
  also: D1PreparedStatement[];
}

async function proveSecondFactor(
  world: World,
  session: CurrentSession,
  { method, code }: { method: CodeMethod; code: string },
): Promise<Outcome<Proved, Refusal, ProblemDetails>> {
  if (session.passkeysOnly && method !== "recovery") return fail("passkey_required");
  const accountId = session.account.id;
  const attempt = secondFactorTry(world, known(accountId), method);
  const toRead = secondFactorToVerify(world, known(accountId), method);
  const results = await world.db.batch([...attempt.statements, toRead]);
  const taken = attempt.read(results);
  if (!taken.ok) return taken;
  const emailCode = { purpose: "step_up", subject: session.id } as const;
  const verified = await verifySecondFactor(world, { accountId, method, code, emailCode, read: results.at(-1) });
  if (verified.ok) return ok({ proof: verified.value, also: [forgiveSecondFactor(world, accountId, method)] });
  if (verified.code === "wrong_code") {
    tellWrongCode(world, { accountId, method, wrongInARow: taken.value, kind: "wrong_step_up_code" });
  }
  return verified;
}

async function provePasskey(
  world: World,
  session: CurrentSession,
  proof: PasskeyProof,
): Promise<Outcome<Proved, Refusal, ProblemDetails>> {
  const accountId = session.account.id;
  const attempt = secondFactorTry(world, known(accountId), "passkey");
  const use = { purpose: "step_up", subject: session.id } as const;
  const toVerify = passkeyToVerify(world, proof, use, attempt.isTaken);
  const results = await world.db.batch([...attempt.statements, ...toVerify]);
  const taken = attempt.read(results);
  if (!taken.ok) return taken;
  const verified = await verifyPasskey(world, proof, results.slice(attempt.statements.length), {
    holder: { accountId },
    tellCopied: tellCopiedPasskey.bind(null, world),
  });
  if (verified.ok) return ok({ proof: verified.value, also: [forgiveSecondFactor(world, accountId, "passkey")] });
  if (verified.code === "wrong_passkey") {
    tellWrongCode(world, { accountId, method: "passkey", wrongInARow: taken.value, kind: "wrong_step_up_code" });
  }
  return verified;
}

async function provePassword(
  world: World,
  session: CurrentSession,
  password: string,
): Promise<Outcome<Proved, Refusal, ProblemDetails>> {
  const accountId = session.account.id;
  const taken = await takeTry(world, currentPasswordKey(accountId), currentPassword);
  if (!taken.ok) return taken;
  const found = await findAccountWithPassword(world, accountId);
  const holder = found && { accountId, hash: found.passwordHash };
  const judged = await judgePassword(world, holder, password);
  if (judged.is !== "right" || !holder) return fail("wrong_credentials");
  const forgive = forgiveTries(world, currentPasswordKey(accountId));
  // A password that is changed while it is judged proves nothing any more.
  const isStill = passwordIsStill(accountId, holder.hash);
  return ok({ proof: judgedProof("pwd", isStill), also: [forgive, ...judged.rehash] });
}
