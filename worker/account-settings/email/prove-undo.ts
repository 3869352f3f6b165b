import type { D1Result } from "@cloudflare/workers-types";
import type { StepUpMethod } from "../../../shared/contract/errors.ts";
import type { PasskeyProof } from "../../../shared/contract/passkey.ts";
import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { always, type Guard, known } from "../../guard.ts";
import { passkeyToVerify, verifyPasskey } from "../../passkey/verify.ts";
import { judgedProof, type Proof } from "../../proof.ts";
import type { DisputedTime } from "../../set-aside/rules.ts";
import { readUndisputed } from "../../set-aside/store.ts";
import { type Undisputed, undisputedOf } from "../../set-aside/undisputed.ts";
import type { CountedMethod } from "../../throttle/rules.ts";
import { secondFactorTry } from "../../throttle/second-factor.ts";
import { tellCopiedPasskey } from "../../two-factor/tell-copied-passkey.ts";
import { secondFactorToVerify, verifySecondFactor } from "../../two-factor/verify.ts";
import type { World } from "../../world.ts";

/** A second factor that comes with the link which undoes a change of address. */
export type UndoProof = { method: "app" | "recovery"; code: string } | ({ method: "passkey" } & PasskeyProof);

/** Which change is undone, and what is disputed with it. */
export interface Undoing {
  accountId: string;
  changeId: string;
  time: DisputedTime;
}

type Refusal =
  | "step_up_required"
  | "wrong_code"
  | "wrong_passkey"
  | "challenge_expired"
  | "code_expired"
  | "too_many_attempts"
  | "method_disabled"
  | "method_unavailable";

/**
 * Judges the second factor of somebody who undoes a change of address. While an app or a passkey is left that was there
 * before the disputed time, one of those or an undisputed recovery code is needed (promise S10): what a thief added
 * proves nothing, and a mailed code neither (promise S3). Where none is left, the link is enough.
 */
export async function proveUndo(
  world: World,
  undoing: Undoing,
  given: UndoProof | null,
): Promise<Outcome<Proof, Refusal, ProblemDetails>> {
  const { accountId, time } = undoing;
  const undisputed = undisputedOf(await readUndisputed(world, accountId, time).all());
  const methods = methodsLeft(undisputed);
  if (methods.length === 0) return ok({ ...judgedProof("pwd"), amr: [] });
  if (given === null || !methods.includes(given.method)) return fail("step_up_required", { methods });
  const attempt = secondFactorTry(world, known(accountId), given.method);
  const results = await world.db.batch([...attempt.statements, ...toRead(world, undoing, given, attempt.isTaken)]);
  const taken = attempt.read(results);
  if (!taken.ok) return taken;
  const judged = await judge(
    world,
    undoing,
    given,
    only(undisputed, given.method, results.slice(attempt.statements.length)),
  );
  if (!judged.ok && (judged.code === "wrong_code" || judged.code === "wrong_passkey")) {
    tellOfWrongProof(world, accountId, given.method);
  }
  return judged;
}

/** The methods that can prove it: none where only recovery codes are left. */
export function methodsLeft({ app, passkey, recovery, passkeysOnly }: Undisputed): StepUpMethod[] {
  const takesApps = app.length > 0 && !(passkeysOnly && passkey.length > 0);
  const types = [...(passkey.length > 0 ? ["passkey" as const] : []), ...(takesApps ? ["app" as const] : [])];
  return types.length > 0 && recovery ? [...types, "recovery"] : types;
}

function toRead(world: World, { accountId, changeId }: Undoing, given: UndoProof, isTaken: Guard) {
  if (given.method !== "passkey") return [secondFactorToVerify(world, known(accountId), given.method)];
  return passkeyToVerify(world, given, { purpose: "undo_email", subject: changeId }, isTaken);
}

/** What was read, without the apps and passkeys that are disputed. */
function only(undisputed: Undisputed, method: CountedMethod, read: D1Result[]): D1Result[] {
  if (method !== "app" && method !== "passkey") return read;
  return read.map((result) => ({
    ...result,
    // A challenge has no id, and is nobody's method.
    results: (result.results as { id?: string }[]).filter(
      ({ id }) => id === undefined || undisputed[method].includes(id),
    ),
  }));
}

async function judge(
  world: World,
  { accountId }: Undoing,
  given: UndoProof,
  read: D1Result[],
): Promise<Outcome<Proof, Refusal, ProblemDetails>> {
  if (given.method === "passkey") {
    const tellCopied = tellCopiedPasskey.bind(null, world);
    return verifyPasskey(world, given, read, { holder: { accountId }, tellCopied });
  }
  const emailCode = { purpose: "step_up", subject: "" } as const;
  const { method, code } = given;
  const verified = await verifySecondFactor(world, { accountId, method, code, emailCode, read: read[0] });
  // That only passkeys are accepted may be the thief's wish: `methodsLeft` has looked at it.
  return verified.ok && method === "app" ? ok({ ...verified.value, isGood: always }) : verified;
}

function tellOfWrongProof(world: World, accountId: string, method: CountedMethod): void {
  const event = { type: "sign_in_failed_second_step", detail: { method, stepUp: true } } as const;
  world.afterAnswer(() => recordEvent(world, accountId, event, always).run());
}
