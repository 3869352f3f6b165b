import type { SecurityProgress } from "../../shared/panel/security-state.ts";
import type { WayInProgress } from "../../shared/panel/sign-in/state.ts";

/** Where somebody stands under Security, kept until the browser closes: a popup closes when they look elsewhere. */
export interface Progress {
  service: string;
  wayIn: WayInProgress | null;
  security: SecurityProgress | null;
}

/** Whether it is something that wants to be gone on with. */
export function isHalfDone({ wayIn, security }: Progress): boolean {
  const waitsForCode = ["second_step", "verify", "reset_code", "reset_link_only", "unlock_sent"].includes(
    wayIn?.step.at ?? "",
  );
  return waitsForCode || typeof (security?.open ?? "") === "object";
}
