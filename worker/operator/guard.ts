import type { OperatorScope } from "../../shared/contract/operator.ts";
import type { Guard } from "../guard.ts";
import type { CurrentOperator } from "./rules.ts";
import { keyAllows } from "./store.ts";

/** Holds at `now` while the key of a call can still act: it is neither revoked nor expired and has the scope. */
export function operatorKeyStands({ id }: CurrentOperator, scope: OperatorScope, now: number): Guard {
  return keyAllows(id, scope, now);
}
