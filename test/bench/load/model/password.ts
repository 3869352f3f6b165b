import { type PasswordReason, passwordReasons } from "../../../../shared/contract/errors.ts";
import { passwordMinimumDefault } from "../../../../shared/contract/limits.ts";
import { limited, toldOfChange } from "./changes.ts";
import { forgive, takeTry } from "./count.ts";
import { endMailed, endUnfinished } from "./ends.ts";
import { goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { asSession, isFresh, stepUpRequired } from "./session.ts";
import { happened, type ModelSession, type State, twoFactorIsOn } from "./state.ts";

export interface Change {
  currentPassword: string;
  newPassword: string;
  signOutOthers: boolean;
}

/** Changes the password, which ends what rested on the old one; with two-factor on after a second factor of late (promise P4). */
export function changePassword(at: Moment, token: string, change: Change): Trip {
  return asSession(token, (session, found) => {
    if (twoFactorIsOn(found) && !isFresh(session, at.now)) return stepUpRequired(found);
    return limited("password_changed", at.now, (state) => {
      const taken = takeTry(state, ["current"], at.now);
      if (!taken.isTaken) return goes(state, taken.refusal);
      const isRight = state.exists && state.password === change.currentPassword;
      return goes(taken.state, isRight ? replace(session, change, at.now) : refused(401, "wrong_credentials"));
    });
  });
}

/** Why a new password is refused that is none of the common ones. */
export function reasonsAgainst(password: string, isSame = false): PasswordReason[] {
  const isShort = password.length < passwordMinimumDefault;
  return passwordReasons.filter(
    (reason) => (reason === "too_short" && isShort) || (reason === "same_as_before" && isSame),
  );
}

function replace(session: ModelSession, { currentPassword, newPassword, signOutOthers }: Change, now: number): Trip {
  const reasons = reasonsAgainst(newPassword, newPassword === currentPassword);
  if (reasons.length > 0) {
    return (state) => goes(forgive(state, "current"), refused(422, "password_rejected", { reasons }));
  }
  const change = (state: State) => {
    const forgiven = forgive(state, "current");
    if (state.password !== currentPassword) return goes(forgiven, refused(401, "wrong_credentials"));
    const ended = endUnfinished(forgiven, now, session.by);
    const sessions = signOutOthers ? ended.sessions.filter(({ by }) => by === session.by) : ended.sessions;
    const changed = endMailed({ ...ended, password: newPassword, sessions });
    return goes(toldOfChange(happened(changed, "password_changed"), "password_changed", now), succeeded(204));
  };
  return limited("password_changed", now, change, (refusedState) => forgive(refusedState, "current"));
}
