import type { OperatorScope } from "../../shared/contract/operator.ts";

/** What every key begins with, so that people and scanners of code know one that lies about. */
export const keyPrefix = "lko_";

/** How long a key is good where nobody says otherwise. */
export const keyDaysDefault = 365;

/** How long calls are kept. */
export const callsKeptDays = 365;

/** A key's last use is written down no oftener than this. */
export const touchEveryMinutes = 1;

/** Who calls by a key, and which line of the operator log the call is. */
export interface CurrentOperator {
  id: string;
  /** As people read it in their activity. */
  name: string;
  callId: string;
}

/** Scopes as they are kept: one text, each once. */
export function scopesText(scopes: readonly OperatorScope[]): string {
  return [...new Set(scopes)].join(" ");
}
