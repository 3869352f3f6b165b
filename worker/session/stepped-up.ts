import type { Guard } from "../guard.ts";
import { elevationMinutes } from "./rules.ts";
import { elevatedUntilIsAfter } from "./store.ts";

/** Holds while the session is stepped up by a proof that was given after `since`. */
export function steppedUpAfter(id: string, since: number, now: number): Guard {
  return elevatedUntilIsAfter(id, Math.max(now, since + elevationMinutes * 60_000));
}
